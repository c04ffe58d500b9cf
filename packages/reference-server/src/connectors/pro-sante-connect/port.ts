/** A profession code and the list it comes from, as Pro Santé Connect writes it (`10^1.2.250.1.213.1.1.5.5`). */
export interface PscRole {
  readonly code: string;
  readonly oid: string;
}

/** One practice of a health professional: an activity of an exercise (`SubjectRefPro`). */
export interface PscPractice {
  /** Profession code of the national list G15 (or R95 for the titles of use). */
  readonly professionCode: string;
  /** C civil, M military, E student. */
  readonly categoryCode?: string;
  readonly specialtyCode?: string;
  readonly roleCode?: string;
  /** L self-employed, S employed, B voluntary. */
  readonly modeCode?: string;
  readonly sectorCode?: string;
  readonly structureId?: string;
  readonly structureName?: string;
  readonly finess?: string;
  readonly siret?: string;
}

/** Who signed in, as the national service vouches for it. */
export interface ProSanteConnectIdentity {
  /** Technical subject; not an identifier of the person elsewhere. */
  readonly subject: string;
  /** National identifier (IDNPS, e.g. 8 and the RPPS): the key that links the account. Never taken apart. */
  readonly nationalId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly civility?: string;
  readonly roles: readonly PscRole[];
  /** Empty for someone without a health exercise: the locally verified profession then decides (domain 3.1). */
  readonly practices: readonly PscPractice[];
  /** `SA07`. */
  readonly sectorCode?: string;
  /** Level of authentication, always the demanded one. */
  readonly acr: string;
  readonly accessToken: string;
}

export interface ProSanteConnectSignIn extends ProSanteConnectIdentity {
  /** Kept for the sign-out only. */
  readonly idToken: string;
  /** Seconds the access token still lives, when the service says so. */
  readonly expiresIn?: number;
}

/** A token that another software obtained, presented here for exchange (RFC 8693). */
export interface PresentedToken extends ProSanteConnectIdentity {
  /** The software it was given to: the caller decides whether that one may exchange. */
  readonly clientId: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

export interface StartSignIn {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** What was kept between the departure and the return. */
export type SignInChecks = StartSignIn;

/**
 * - `cancelled`: the professional turned back; - `refused`: the service said no;
 * - `level-too-low`: signed in, but not at the demanded level (F-06);
 * - `invalid-answer`: the return does not belong to this departure, or something in it does not verify;
 * - `invalid-token`: a presented token is unknown, expired or revoked; - `unavailable`: the service cannot be reached.
 */
export type ProSanteConnectFailure =
  | 'cancelled'
  | 'refused'
  | 'level-too-low'
  | 'invalid-answer'
  | 'invalid-token'
  | 'unavailable';

/** Nothing of the person or of the tokens is in the message; `cause` keeps the detail for the debugger, not for the log. */
export class ProSanteConnectError extends Error {
  override readonly name = 'ProSanteConnectError';
  readonly code: ProSanteConnectFailure;

  constructor(code: ProSanteConnectFailure, cause?: unknown) {
    super(`Pro Santé Connect: ${code}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** Pro Santé Connect (domain 3.1). Every method throws `ProSanteConnectError` and nothing else. */
export interface ProSanteConnect {
  /** The address to send the browser to; top level or a pop-up, never a frame. */
  start(request: StartSignIn): Promise<URL>;
  /** @param callbackUrl - The whole address the browser came back with. */
  finish(callbackUrl: URL, checks: SignInChecks): Promise<ProSanteConnectSignIn>;
  /** Who a token of another software belongs to, after the service has confirmed it. */
  present(accessToken: string): Promise<PresentedToken>;
  /** Where to send the browser so that the national session ends too. */
  endSessionUrl(request: { idToken: string; postLogoutRedirectUri: string; state: string }): Promise<URL>;
}

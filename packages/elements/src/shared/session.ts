import { DraftStore } from './drafts.ts';
import { FlowStore } from './flow.ts';
import { RecordStore } from './record-store.ts';
import { createSpicoClient, type GetToken, type SpicoClient, type SpicoClientOptions } from './sdk.ts';
import type { StringOverrides } from './locale/translate.ts';

/** The patient the host has open: what it knows is never typed again (F-202). All parts are optional. */
export interface HostPatient {
  readonly birthFamilyName?: string;
  readonly birthGivenNames?: readonly string[];
  readonly usedFamilyName?: string;
  readonly usedGivenName?: string;
  readonly sex?: 'F' | 'M' | 'I';
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
  /** COG code of the commune or country, or its name as the host writes it. */
  readonly birthPlace?: string;
  readonly ins?: { readonly matricule: string; readonly oid: string };
  /** The coordination record, when the host has it already. */
  readonly recordId?: string;
}

export type Theme = 'auto' | 'light' | 'dark' | 'contrast';
export type Density = 'comfortable' | 'compact';

/** What a host says once, by `<spico-provider>`, by `configure()` or on one widget. */
export interface SessionOptions {
  /** Address of the API, e.g. `/api/v1`. */
  readonly apiBase?: string | undefined;
  readonly getToken?: GetToken | undefined;
  /** Key of a demo professional (`dr-martin`); the server refuses it outside sandbox mode. */
  readonly sandbox?: string | undefined;
  /** Opaque key of the person signed in to the host; changing it forgets everything of the former one. */
  readonly userKey?: string | undefined;
  readonly locale?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly density?: Density | undefined;
  readonly patient?: HostPatient | undefined;
  readonly strings?: StringOverrides | undefined;
  /** For tests and hosts with their own transport. */
  readonly fetch?: SpicoClientOptions['fetch'];
}

/** What a widget sees of it: one immutable picture, replaced as a whole at every change. */
export interface SpicoEnvironment {
  readonly client: SpicoClient | undefined;
  /** Random, one per patient (and one for "no patient") while the page lives. Says nothing about the person. */
  readonly contextId: string;
  readonly patient: HostPatient | undefined;
  readonly locale: string | undefined;
  readonly theme: Theme;
  readonly density: Density;
  readonly strings: StringOverrides;
  readonly drafts: DraftStore;
  /** Where each patient's search or creation stands. */
  readonly flows: FlowStore;
  /** Openings shared by the widgets of one page. */
  readonly records: RecordStore;
  /** A new client, after a sign-in; widgets that had lost the session read again. */
  resume(): void;
}

/**
 * Holds what the host said and turns every change into a new picture, at once and in order. Knows no DOM.
 * The token only passes through: it is not kept here, nor anywhere else in this package.
 */
export class Session {
  #options: SessionOptions = {};
  #environment: SpicoEnvironment;
  #contexts = new Map<string, string>();
  #drafts = new DraftStore();
  #flows = new FlowStore();
  #records = new RecordStore();
  readonly #listeners = new Set<(environment: SpicoEnvironment) => void>();

  constructor(options: SessionOptions = {}) {
    this.#environment = this.#picture(undefined);
    this.update(options);
  }

  get environment(): SpicoEnvironment {
    return this.#environment;
  }

  get options(): SessionOptions {
    return this.#options;
  }

  /** Takes over what changed. A patient with the same content is the same patient: frameworks pass new objects. */
  update(change: SessionOptions): void {
    const before = this.#options;
    this.#options = { ...before, ...change };
    const otherUser = before.userKey !== this.#options.userKey;
    const otherSandbox = before.sandbox !== this.#options.sandbox;
    if (otherUser || otherSandbox) this.#forget();
    const newClient =
      otherUser ||
      otherSandbox ||
      before.apiBase !== this.#options.apiBase ||
      before.fetch !== this.#options.fetch ||
      (before.getToken === undefined) !== (this.#options.getToken === undefined);
    this.#replace(newClient ? this.#makeClient() : this.#environment.client);
  }

  /** A new client: the next request asks the host for a token again (after a sign-in, say). Nothing typed is lost. */
  readonly resume = (): void => this.#replace(this.#makeClient());

  subscribe(listener: (environment: SpicoEnvironment) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #replace(client: SpicoClient | undefined): void {
    this.#environment = this.#picture(client);
    for (const listener of [...this.#listeners]) listener(this.#environment);
  }

  #picture(client: SpicoClient | undefined): SpicoEnvironment {
    const { patient, locale, theme = 'auto', density = 'comfortable', strings = {} } = this.#options;
    const contextId = this.#contextOf(patient);
    const stores = { drafts: this.#drafts, flows: this.#flows, records: this.#records };
    return { client, contextId, patient, locale, theme, density, strings, ...stores, resume: this.resume };
  }

  #contextOf(patient: HostPatient | undefined): string {
    const key = patientKey(patient);
    const known = this.#contexts.get(key) ?? newId();
    this.#contexts.set(key, known);
    return known;
  }

  #forget(): void {
    this.#contexts = new Map();
    this.#drafts = new DraftStore();
    this.#flows = new FlowStore();
    this.#records = new RecordStore();
  }

  #makeClient(): SpicoClient | undefined {
    const { apiBase, sandbox, fetch } = this.#options;
    // Without a way to a token every read would fail: widgets wait for the host's script to have spoken.
    if (!apiBase || (!this.#options.getToken && !sandbox)) return undefined;
    // The host's function is read at each call, so that a framework may pass a new closure at every render.
    const getToken: GetToken = async (request) =>
      this.#options.getToken?.(request) ??
      (await client.sandbox.createToken({ professional: sandbox ?? '' })).accessToken;
    const client: SpicoClient = createSpicoClient({
      baseUrl: apiBase,
      getToken,
      locale: () => this.#options.locale ?? 'fr',
      fetch,
    });
    return client;
  }
}

/** Equal content, equal key. Kept in memory only. */
function patientKey(patient: HostPatient | undefined): string {
  if (!patient) return '';
  const sorted = Object.entries(patient).filter(([, value]) => value !== undefined);
  return JSON.stringify(sorted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `crypto.randomUUID` is missing on plain-http intranets, where `getRandomValues` still works. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

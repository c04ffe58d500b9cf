/** The authority that gave a matricule INS, by its OID. */
export interface InsAuthority {
  readonly oid: string;
  readonly kind: 'nir' | 'nia' | 'ins-c';
  readonly environment: 'production' | 'test' | 'demo';
}

export type InsEnvironment = InsAuthority['environment'];

export const INS_AUTHORITIES: readonly InsAuthority[] = [
  { oid: '1.2.250.1.213.1.4.8', kind: 'nir', environment: 'production' },
  { oid: '1.2.250.1.213.1.4.9', kind: 'nia', environment: 'production' },
  { oid: '1.2.250.1.213.1.4.10', kind: 'nir', environment: 'test' },
  { oid: '1.2.250.1.213.1.4.11', kind: 'nir', environment: 'demo' },
  // Calculated number of before 2019; kept so that an old record can be read.
  { oid: '1.2.250.1.213.1.4.2', kind: 'ins-c', environment: 'production' },
];

/** Undefined for an OID that no published list explains: it is not ours to guess. */
export function insAuthority(oid: string): InsAuthority | undefined {
  return INS_AUTHORITIES.find((authority) => authority.oid === oid);
}

/** Test and demonstration numbers, which a production base must never take in. */
export function isTestOid(oid: string): boolean {
  const environment = insAuthority(oid)?.environment;
  return environment === 'test' || environment === 'demo';
}

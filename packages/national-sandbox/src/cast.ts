/** What the sandbox needs to know of a professional to sign in as that person. */
export interface SandboxProfessional {
  readonly key: string;
  readonly rpps?: string;
  /** National identifier (IDNPS): what the server links an account with. */
  readonly nationalId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly civility: string;
  readonly email: string;
  readonly professions: readonly { readonly system: string; readonly code: string }[];
  readonly practices: readonly {
    readonly id: string;
    readonly structureId: string;
    readonly structureName?: string;
    readonly professionSystem: string;
    readonly professionCode: string;
    readonly roleLabel: string;
  }[];
}

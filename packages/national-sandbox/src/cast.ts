import { type DemoProfessional, demoProfessionals } from '@spico/reference-data/synthetic';

/** What the sandbox knows of a professional to sign in as that person: the shared demonstration cast. */
export type SandboxProfessional = DemoProfessional;

export const demoCast: readonly SandboxProfessional[] = demoProfessionals;

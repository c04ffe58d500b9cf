import { readCsv } from './csv.ts';

/**
 * National lists of professions and roles: TRE_G15 health professions, TRE_R94 social professions, TRE_R95 users of a title,
 * TRE_R85 roles in care, TRE_R291 other professions. `SPICO` holds what no national list names (the secretariat).
 */
export type ProfessionSystem = 'TRE_G15' | 'TRE_R94' | 'TRE_R95' | 'TRE_R85' | 'TRE_R291' | 'SPICO';

/** One profession of one list. What it may do is a rule of the domain, not a fact of this list. */
export interface Profession {
  readonly system: ProfessionSystem;
  readonly code: string;
  readonly labelFr: string;
  readonly labelEn: string;
  /** False: shown for those who have it, no longer offered for input. */
  readonly active: boolean;
  /** YYYY-MM-DD, the day the list closed the code; `null` while it is active. */
  readonly endedOn: string | null;
}

let professions: readonly Profession[] | undefined;

/** Every profession of every list, ended ones included, in the order of the lists. */
export function allProfessions(): readonly Profession[] {
  professions ??= readCsv('professions.csv').map(
    ([system = '', code = '', labelFr = '', labelEn = '', ended = '']) => ({
      system: system as ProfessionSystem,
      code,
      labelFr,
      labelEn,
      active: ended === '',
      endedOn: ended || null,
    }),
  );
  return professions;
}

/** The profession behind a code, ended or not; `undefined` when the list has no such code. One code means different things in two lists. */
export function professionByCode(system: string, code: string): Profession | undefined {
  return allProfessions().find((profession) => profession.system === system && profession.code === code);
}

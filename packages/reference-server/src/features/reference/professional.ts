import { type Profession, professionByCode } from '@spico/reference-data';

/** A professional as others see them; the columns of `account` joined with a practice. */
export interface Professional {
  readonly accountId: string;
  readonly displayName: string;
  readonly professionSystem: string | null;
  readonly professionCode: string | null;
  readonly structureName: string | null;
  readonly town: string | null;
}

/** The profession in words; a code our lists do not hold is its own label. */
export function professionInWords(system: string | null, code: string | null): Pick<Profession, 'labelFr' | 'labelEn'> {
  const known = system && code ? professionByCode(system, code) : undefined;
  return known ?? { labelFr: code ?? '', labelEn: code ?? '' };
}

/** SQL for a `Professional`, from tables joined under these aliases (`account` and, where there is one, `practice`). */
export function professionalJson(account: string, practice: string): string {
  return `json_build_object('accountId', ${account}.id, 'displayName', ${account}.display_name,
    'professionSystem', ${practice}.profession_system, 'professionCode', ${practice}.profession_code,
    'structureName', ${practice}.structure_name, 'town', ${practice}.town)`;
}

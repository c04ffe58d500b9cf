/** The columns of the permission matrix: groups of professions with the same rights. */
export const PROFESSION_GROUPS = [
  'G01',
  'G02',
  'G03',
  'G04',
  'G05',
  'G06',
  'G07',
  'G08',
  'G09',
  'G10',
  'G11',
  'G12',
] as const;
export type ProfessionGroup = (typeof PROFESSION_GROUPS)[number];

/** Codes of one national list that belong to one group. */
interface Membership {
  readonly group: ProfessionGroup;
  /** TRE_G15 health professions, TRE_R94 social, TRE_R95 title users, TRE_R85 roles; SPICO where no national code exists. */
  readonly system: 'TRE_G15' | 'TRE_R94' | 'TRE_R95' | 'TRE_R85' | 'SPICO';
  readonly codes: readonly string[];
}

const MEMBERSHIPS: readonly Membership[] = [
  { group: 'G01', system: 'TRE_G15', codes: ['10'] },
  { group: 'G02', system: 'TRE_G15', codes: ['60', '69'] },
  { group: 'G03', system: 'TRE_G15', codes: ['21', '38', '39'] },
  { group: 'G04', system: 'TRE_G15', codes: ['50', '40'] },
  {
    group: 'G05',
    system: 'TRE_G15',
    codes: ['70', '80', '81', '82', '83', '84', '85', '91', '92', '94', '95', '96', '26', '28', '86', '98'],
  },
  { group: 'G06', system: 'TRE_R95', codes: ['93', '72'] },
  { group: 'G07', system: 'TRE_G15', codes: ['35', '36', '37', '31'] },
  { group: 'G08', system: 'TRE_R85', codes: ['301', '308', '309', '330'] },
  { group: 'G09', system: 'TRE_R94', codes: ['41', '44', '45'] },
  { group: 'G09', system: 'TRE_R85', codes: ['310'] },
  { group: 'G10', system: 'TRE_R94', codes: ['42', '43', '46', '47', '48', '49', '51', '52', '53'] },
  { group: 'G10', system: 'TRE_R85', codes: ['350', '351', '352'] },
  { group: 'G11', system: 'TRE_R85', codes: ['307'] },
  // The national lists have no profession for a medical secretary: a structure states it, with this local code.
  { group: 'G12', system: 'SPICO', codes: ['secretariat'] },
];

const GROUP_BY_CODE: ReadonlyMap<string, ProfessionGroup> = new Map(
  MEMBERSHIPS.flatMap(({ group, system, codes }) => codes.map((code) => [`${system}|${code}`, group] as const)),
);

/**
 * The group of a profession, by national list and code. Undefined for everything the matrix does not name: such a
 * professional can sign in and reaches no record.
 */
export function professionGroupOf(system: string, code: string): ProfessionGroup | undefined {
  return GROUP_BY_CODE.get(`${system}|${code}`);
}

export function isProfessionGroup(value: unknown): value is ProfessionGroup {
  return (PROFESSION_GROUPS as readonly unknown[]).includes(value);
}

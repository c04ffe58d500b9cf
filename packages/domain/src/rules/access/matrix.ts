import { isProfessionGroup, PROFESSION_GROUPS, type ProfessionGroup } from './profession-group.ts';

/** The blocks of a record that carry rights of their own (F-68). */
export const SECTIONS = [
  'S01',
  'S02',
  'S03',
  'S04',
  'S05',
  'S06',
  'S07',
  'S08',
  'S09',
  'S10',
  'S11',
  'S12',
  'S13',
  'S14',
  'S15',
  'S16',
] as const;
export type Section = (typeof SECTIONS)[number];

/** A written right always includes the reading of the same section. */
export type Verb = 'read' | 'write';

/** W reads and writes, R reads, – is nothing: the block is not shown, not even its title. */
export type Cell = 'W' | 'R' | '–';

/**
 * One line per section, one letter per group from G01 to G12. The same table, with its words, is in matrix.golden.md
 * for those who decide; the tests hold the two together, cell by cell. Change both, or none.
 */
const ROWS: Readonly<Record<Section, string>> = {
  S01: 'WWRWRRRWWRRW',
  S02: 'WWRWRRRWW–RR',
  S03: 'WWWWWWRWWRRR',
  S04: 'WWWWWWWWWWW–',
  S05: 'WWRWWWRWW–R–',
  S06: 'WWRRRR–WW–RR',
  S07: 'WW–RRR–WW–WW',
  S08: 'WWWWWR–R––––',
  S09: 'WWRWRR–R––––',
  S10: 'WR–––R–WW–W–',
  S11: 'WW–RWRWWWRR–',
  S12: 'WWRRWWRWWRR–',
  S13: 'WWRRRRRWRRRR',
  S14: 'WWWWWWWWWWWW',
  S15: 'WWWWWWWWWWWW',
  S16: 'WWWWWWWWWWWW',
};

/** The cell of a group and a section; nothing for a group or a section that the matrix does not have. */
export function matrixCell(group: ProfessionGroup | undefined, section: Section): Cell {
  if (!isProfessionGroup(group) || !Object.hasOwn(ROWS, section)) return '–';
  const cell = ROWS[section][PROFESSION_GROUPS.indexOf(group)];
  return cell === 'W' || cell === 'R' ? cell : '–';
}

/** Whether a group may read or write a section. */
export function matrixAllows(group: ProfessionGroup | undefined, section: Section, verb: Verb): boolean {
  const cell = matrixCell(group, section);
  if (verb === 'write') return cell === 'W';
  return verb === 'read' && cell !== '–';
}

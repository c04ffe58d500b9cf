import { describe, expect, it } from 'vitest';
import golden from './matrix.golden.md?raw';
import { matrixAllows, matrixCell, SECTIONS, type Section } from './matrix.ts';
import { PROFESSION_GROUPS, type ProfessionGroup, professionGroupOf } from './profession-group.ts';

/** The table under "Rights": header cells, then one row per section. */
function readRights(): { groups: string[]; rows: Map<string, string[]> } {
  const [header, , ...lines] = (golden.split('## Rights')[1] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return {
    groups: (header ?? []).slice(1),
    rows: new Map(lines.map(([title = '', ...cells]) => [title.slice(0, 3), cells])),
  };
}

describe('[F-68] the matrix on paper and in code', () => {
  const { groups, rows } = readRights();

  it('have the same groups and sections', () => {
    expect(groups).toEqual([...PROFESSION_GROUPS]);
    expect([...rows.keys()]).toEqual([...SECTIONS]);
  });

  it.each(SECTIONS.flatMap((section) => PROFESSION_GROUPS.map((group) => [section, group] as const)))(
    'agree on %s for %s',
    (section, group) => {
      const cell = rows.get(section)?.[groups.indexOf(group)];
      expect(cell).toMatch(/^[WR–]$/);
      expect(matrixCell(group, section)).toBe(cell);
      expect(matrixAllows(group, section, 'write')).toBe(cell === 'W');
      expect(matrixAllows(group, section, 'read')).toBe(cell === 'W' || cell === 'R');
    },
  );

  it('give nothing to a group, a section or a verb that does not exist', () => {
    expect(matrixAllows(undefined, 'S16', 'read')).toBe(false);
    expect(matrixAllows('G13' as string as ProfessionGroup, 'S16', 'read')).toBe(false);
    expect(matrixAllows('G01', 'toString' as string as Section, 'read')).toBe(false);
    expect(matrixAllows('G01', 'S01', 'delete' as string as 'read')).toBe(false);
  });
});

describe('[F-68] professions', () => {
  it.each([
    ['Claire, doctor', 'TRE_G15', '10', 'G01'],
    ['Nadia, nurse', 'TRE_G15', '60', 'G02'],
    ['a pharmacist', 'TRE_G15', '21', 'G03'],
    ['a midwife', 'TRE_G15', '50', 'G04'],
    ['a speech therapist', 'TRE_G15', '91', 'G05'],
    ['a psychologist', 'TRE_R95', '93', 'G06'],
    ['a nursing assistant', 'TRE_G15', '35', 'G07'],
    ['a pathway coordinator', 'TRE_R85', '330', 'G08'],
    ['a social worker', 'TRE_R94', '41', 'G09'],
    ['an APA team member', 'TRE_R85', '310', 'G09'],
    ['a home help', 'TRE_R85', '350', 'G10'],
    ['a legal protection agent', 'TRE_R85', '307', 'G11'],
    ['a medical secretary', 'SPICO', 'secretariat', 'G12'],
    ['an osteopath, whom the matrix does not name', 'TRE_R95', '71', undefined],
    ['a psychologist in the list closed to them', 'TRE_G15', '93', undefined],
    ['a code of another list', 'TRE_R94', '10', undefined],
    ['an unknown list', '', '10', undefined],
  ])('%s', (_, system, code, group) => {
    expect(professionGroupOf(system, code)).toBe(group);
  });
});

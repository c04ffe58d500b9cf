import { BREAK_GLASS_REASONS } from '@spico/domain/rules/access/break-glass';
import { describe, expect, it } from 'vitest';
import { allProfessions, breakGlassReasons, consentGivers, highTrustDocumentTypes, professionByCode } from './index.ts';

describe('professions', () => {
  it.each([
    ['TRE_G15', '60', 'Infirmier', true],
    ['TRE_R94', '41', 'Assistant de service social', true],
    ['TRE_R95', '93', 'Psychologue', true],
    ['TRE_G15', '93', 'Psychologue', false],
    ['TRE_R85', '307', 'Mandataire judiciaire à la protection des majeurs (MJPM)', true],
    ['TRE_R85', '330', 'Coordonnateur de parcours', false],
    ['TRE_R94', '209', 'Éducateur spécialisé', false],
  ])('%s %s is %s, still offered: %s', (system, code, labelFr, active) => {
    expect(professionByCode(system, code)).toMatchObject({ labelFr, active });
  });

  it('does not take a code of one list for a code of another', () => {
    expect(professionByCode('TRE_G15', '41')).toBeUndefined();
    expect(professionByCode('TRE_G15', '')).toBeUndefined();
  });

  it('names each code once in each list, in both languages', () => {
    const keys = allProfessions().map((p) => `${p.system}|${p.code}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(allProfessions().filter((p) => !p.labelFr || !p.labelEn)).toEqual([]);
  });
});

describe('configurable lists', () => {
  it('[F-29] lets everyone consent who may, and the trusted person not', () => {
    const codes = consentGivers.map((entry) => entry.code);
    expect(codes).toContain('person');
    expect(codes).toContain('curator-assisted');
    expect(codes).not.toContain('trusted-person');
  });

  it('names every entry in both languages, each code once', () => {
    for (const list of [consentGivers, highTrustDocumentTypes, breakGlassReasons]) {
      expect(new Set(list.map((entry) => entry.code)).size).toBe(list.length);
      expect(list.filter((entry) => !entry.labelFr || !entry.labelEn)).toEqual([]);
    }
  });

  it('[F-43] offers the break-glass reasons that the rule knows, no other', () => {
    expect(breakGlassReasons.map((entry) => entry.code)).toEqual([...BREAK_GLASS_REASONS]);
  });
});

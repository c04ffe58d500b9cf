import { candidate, jeanneLacombe, marieMartinAlbi, searchResult, typedTraits } from '@spico/sdk/testing';
import { describe, expect, it } from 'vitest';
import { translator } from '../../shared/locale/translate.ts';
import { defineMessages } from '../../shared/locale/translate.ts';
import french from './record-access.fr.ts';
import { entryErrors, hasErrors } from './entry-dialogs.ts';
import {
  differencesInWords,
  obstaclesToTell,
  primaryAction,
  reasonMissing,
  sameCandidate,
  startEntry,
  traitLines,
} from './record-access.model.ts';

const say = translator(defineMessages('record-access-test', french));
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const marie = typedTraits(marieMartinAlbi);

describe('a candidate in words', () => {
  it('[F-260] says what is the same before what differs', () => {
    const found = candidate(marieMartinAlbi, { differences: [{ trait: 'birthPlace', kind: 'place-different' }] });
    expect(plain(differencesInWords(found, marie, say))).toBe(
      'Même nom de naissance, même premier prénom, même sexe, même date de naissance ; autre commune de naissance',
    );
  });

  it('[F-260] speaks of a country as a place, and of swapped names once', () => {
    const found = candidate(jeanneLacombe, {
      differences: [
        { trait: 'birthFamilyName', kind: 'swapped-names' },
        { trait: 'firstBirthGivenName', kind: 'swapped-names' },
        { trait: 'birthPlace', kind: 'place-different' },
      ],
    });
    const abroad = { ...marie, birthPlace: { kind: 'country', cog: '99352' } } as const;
    expect(plain(differencesInWords(found, abroad, say))).toBe(
      'Même sexe, même date de naissance ; nom et prénom inversés, autre lieu de naissance',
    );
  });

  it('[F-260] shows beside a differing trait what was typed', () => {
    const found = candidate(marieMartinAlbi, { differences: [{ trait: 'birthPlace', kind: 'place-different' }] });
    const lines = traitLines(found, { traits: marie, birthPlaceLabel: 'Rodez (12)' }, say);
    expect(lines.find(({ trait }) => trait === 'birthPlace')).toEqual({
      trait: 'birthPlace',
      value: 'Albi (81)',
      typed: 'Rodez (12)',
      differs: true,
    });
    expect(lines.filter(({ differs }) => differs)).toHaveLength(1);
  });
});

describe('the three cases of the search sheet', () => {
  it('[F-39] offers self-enrolment as the next act when a single candidate is certain', () => {
    const jeanne = candidate(jeanneLacombe);
    expect(primaryAction(searchResult([jeanne]))).toEqual({ candidateId: jeanne.candidateId, action: 'self-enrol' });
  });

  it('[F-40] never makes an emergency access the next act', () => {
    const jeanne = candidate(jeanneLacombe, {
      allowedActions: ['break-glass', 'request-membership'],
      selfEnrolmentObstacles: ['document-not-checked'],
    });
    expect(primaryAction(searchResult([jeanne], false))).toBeUndefined();
    expect(obstaclesToTell(jeanne)).toEqual(['document-not-checked']);
  });

  it('[F-41] opens the record of a member, and leaves the choice open between two homonyms', () => {
    const mine = candidate(jeanneLacombe, {
      relation: 'member',
      allowedActions: ['open'],
      selfEnrolmentObstacles: ['already-member'],
    });
    expect(primaryAction(searchResult([mine]))?.action).toBe('open');
    expect(obstaclesToTell(mine)).toEqual([]);
    expect(primaryAction(searchResult([mine, candidate(marieMartinAlbi)]))).toBeUndefined();
  });

  it('[F-40] says once that the place is unknown, not also that no document was checked', () => {
    const found = candidate(jeanneLacombe, {
      allowedActions: ['break-glass'],
      selfEnrolmentObstacles: ['document-not-checked', 'birth-place-unknown'],
    });
    expect(obstaclesToTell(found)).toEqual(['birth-place-unknown']);
  });
});

describe('what is asked before entering', () => {
  it('[F-43] wants a reason and ten characters, spaces apart', () => {
    expect(reasonMissing('   chute  ')).toBe(5);
    const draft = { ...startEntry('x'), reasonCode: 'urgent-care', reasonText: 'chute          ' };
    expect(hasErrors(entryErrors('break-glass', draft, {}))).toBe(true);
    expect(hasErrors(entryErrors('break-glass', { ...draft, reasonText: 'Chute à domicile' }, {}))).toBe(false);
  });

  it('[F-42] wants the consent, which no click can replace', () => {
    expect(hasErrors(entryErrors('self-enrol', startEntry('x'), { givenBy: 'givenByMissing' }))).toBe(true);
  });

  it('finds the same person again in a search made anew', () => {
    const before = candidate(jeanneLacombe);
    const after = candidate(jeanneLacombe, { candidateId: crypto.randomUUID() });
    expect(sameCandidate(before, searchResult([candidate(marieMartinAlbi), after]))).toBe(after);
    expect(sameCandidate(before, searchResult([]))).toBeUndefined();
  });
});

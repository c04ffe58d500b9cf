import { describe, expect, it } from 'vitest';
import { commonMessages } from '../shared/locale/common.ts';
import { translator } from '../shared/locale/translate.ts';
import { passedThreshold, readableLeft, timeLeft } from './countdown.ts';
import { fileRefusal } from './file-field.ts';

const words = translator(commonMessages);
const spaces = (text: string | undefined): string | undefined => text?.replace(/[\u00a0\u202f]/g, ' ');

describe('the time left of an emergency access', () => {
  it.each([
    [2 * 3600_000, '2 h 00'],
    [114 * 60_000, '1 h 54'],
    [12 * 60_000 - 1, '12 min'],
    [67_000, '1:07'],
    [0, '0:00'],
  ])('%i ms reads %s', (left, text) => {
    expect(spaces(readableLeft(left))).toBe(text);
  });

  it('[F-43] is never negative, and speaks once per threshold, also after the machine slept', () => {
    expect(timeLeft('2026-11-22T10:00:00Z', Date.parse('2026-11-22T11:00:00Z'))).toBe(0);
    expect(passedThreshold(601_000, 600_000, [30, 10, 5])).toBe(10);
    expect(passedThreshold(600_000, 599_000, [30, 10, 5])).toBeUndefined();
    expect(passedThreshold(3_000_000, 240_000, [30, 10, 5])).toBe(5);
  });
});

describe('a copy of an identity document', () => {
  const rules = { words, accept: 'application/pdf,image/*,.heic', acceptLabel: 'PDF ou photo', maxSize: 10_000_000 };
  it.each([
    [{ name: 'cni.pdf', type: 'application/pdf', size: 5 }, undefined],
    [{ name: 'cni.HEIC', type: '', size: 5 }, undefined],
    [
      { name: 'cni.docx', type: 'application/msword', size: 5 },
      'Ce type de fichier n’est pas accepté. Acceptés : PDF ou photo.',
    ],
    [
      { name: 'cni.png', type: 'image/png', size: 10_000_001 },
      'Ce fichier dépasse 10 Mo. Choisissez-en un plus petit.',
    ],
  ])('%o is judged before anything leaves', (file, sentence) => {
    expect(spaces(fileRefusal(file, rules))).toBe(sentence);
  });
});

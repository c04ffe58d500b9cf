import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkName, NAME_MAX_CODE_POINTS, toInsName, toMatchingKey } from './normalise-name.ts';

describe('[F-22] a name as typed', () => {
  it.each([
    ['1 typographic apostrophe', 'D’Artagnan', 'D ARTAGNAN'],
    ['2 apostrophe', "O'Neill", 'O NEILL'],
    ['3 apostrophe and hyphen', "N'Diaye-Sow", 'N DIAYE SOW'],
    ['4 particle', 'de La Rochefoucauld', 'DE LA ROCHEFOUCAULD'],
    ['5 composed accent', 'Zoé'.normalize('NFC'), 'ZOE'],
    ['6 decomposed accent', 'Zoe\u0301', 'ZOE'],
    ['7 ligature', 'ŒUVRARD', 'OEUVRARD'],
    ['8 diaeresis', 'L’Haÿ', 'L HAY'],
    ['9 grave Y', 'Ỳ', 'Y'],
    ['10 Turkish dotted I', 'İnci', 'INCI'],
    ['11 sharp s', 'ß', 'SS'],
    ['12 decomposed capital', 'E\u0301', 'E'],
    ['13 one letter', 'Y', 'Y'],
    ['14 one hyphen', '-', '-'],
    ['15 one apostrophe', "'", '-'],
    ['21 a word of programs', 'Null', 'NULL'],
    ['22 another', 'undefined', 'UNDEFINED'],
    ['23 another', 'true', 'TRUE'],
    ['24 no name', 'SANS NOM', 'SANS NOM'],
    ['25 Arabic script', 'محمد', 'محمد'],
    ['27 emoji', '😀', '😀'],
    ['32 markup', '<img src=x onerror=alert(1)>', '<IMG SRC=X ONERROR=ALERT(1)>'],
    ['33 template', '{{7*7}}', '{{7*7}}'],
    ['34 SQL', "'; DROP TABLE dossiers;--", '; DROP TABLE DOSSIERS;'],
    ['39 same as surname', 'Martin', 'MARTIN'],
  ])('%s is kept as typed and has a key', (_, typed, key) => {
    expect(checkName(typed)).toEqual({ ok: true, value: { text: typed, changed: false } });
    expect(toMatchingKey(typed)).toBe(key);
  });

  it('16, 17 accepts 100 code points and not 101, whatever their bytes', () => {
    for (const letter of ['a', 'é', '😀']) {
      expect(checkName(letter.repeat(NAME_MAX_CODE_POINTS)).ok).toBe(true);
      expect(checkName(letter.repeat(NAME_MAX_CODE_POINTS + 1))).toEqual({ ok: false, failure: 'too-long' });
    }
  });

  it('18 removes needless spaces and says so', () => {
    expect(checkName('  Le   Goff ')).toEqual({ ok: true, value: { text: 'Le Goff', changed: true } });
  });

  it.each([
    ['19 no-break space', 'Le\u00A0Goff', 'unusual-space'],
    ['narrow no-break space', 'Le\u202FGoff', 'unusual-space'],
    ['20 zero-width space', 'Mar\u200Btin', 'invisible-character'],
    ['soft hyphen', 'Mar\u00ADtin', 'invisible-character'],
    ['28 zalgo', `Z${'\u0301'.repeat(1000)}`, 'stacked-marks'],
    ['29 right-to-left override', 'Mar\u202Etin', 'direction-override'],
    ['bidi isolate', 'Mar\u2066tin', 'direction-override'],
    ['30 NUL', 'Mar\u0000tin', 'control-character'],
    ['tab', 'Le\tGoff', 'control-character'],
    ['new line', 'Martin\r\nBcc:', 'control-character'],
    ['31 lone surrogate', 'Mar\uD800tin', 'lone-surrogate'],
    ['lone low surrogate', '\uDC00Martin', 'lone-surrogate'],
    ['35 encoded NUL', 'Robert%00', 'encoded-nul'],
    ['a replacement character', 'Zo\uFFFD', 'not-a-character'],
    ['40 nothing', '', 'empty'],
    ['spaces only', '   ', 'empty'],
  ])('refuses %s by its name', (_, typed, failure) => {
    expect(checkName(typed)).toEqual({ ok: false, failure });
  });
});

describe('[F-34] a name for the INSi teleservice', () => {
  it.each([
    ['Zoé', 'given', 'ZOE'],
    ["Cœur d'Æion", 'family', "COEUR D'AEION"],
    ["D'ÆION CŒUR", 'family', "D'AEION COEUR"],
    ['d’Artagnan', 'family', "D'ARTAGNAN"],
    ['Jean–Pierre', 'given', 'JEAN-PIERRE'],
    ['Martin--Durand', 'family', 'MARTIN--DURAND'],
    ['Ñuñez', 'family', 'NUNEZ'],
    ['Çelik', 'family', 'CELIK'],
    ['Łukasz', 'given', 'LUKASZ'],
    ['Søren', 'given', 'SOREN'],
    ['Đặng', 'family', 'DANG'],
    ['Weiß', 'family', 'WEISS'],
    ["'t Hooft", 'family', "'T HOOFT"],
    ["D'ARTAGNAN DE L'HERAULT", 'family', "D'ARTAGNAN DE L'HERAULT"],
  ] as const)('writes %s (%s) as %s', (typed, part, sent) => {
    expect(toInsName(typed, part)).toEqual({ ok: true, value: sent });
  });

  it.each([
    ['MARTIN 2', 'family', { reason: 'character-not-allowed', character: '2' }],
    ['DUPONT_X', 'family', { reason: 'character-not-allowed', character: '_' }],
    ['Аnna', 'given', { reason: 'character-not-allowed', character: 'А' }],
    ['LE  GOFF', 'family', { reason: 'doubled-separator' }],
    ["L''HERAULT", 'family', { reason: 'doubled-separator' }],
    ["L' HERAULT", 'family', { reason: 'doubled-separator' }],
    ['A---B', 'family', { reason: 'doubled-separator' }],
    ['Martin--Durand', 'given', { reason: 'double-hyphen-in-given-name' }],
    ['-MARTIN', 'family', { reason: 'bad-start' }],
    [' MARTIN', 'family', { reason: 'bad-start' }],
    ['JEAN-', 'given', { reason: 'bad-end' }],
    ["JEAN'", 'given', { reason: 'bad-end' }],
    ['', 'family', { reason: 'empty' }],
  ] as const)('refuses %j (%s) rather than strip it', (typed, part, failure) => {
    expect(toInsName(typed, part)).toEqual({ ok: false, failure });
  });
});

const latinLetter = fc.constantFrom(...'aAbBcCçÇdDeEéÉèêëfgGhHiIîïjJkKlLmMnNñoOôöœŒæÆpPqrRsSßtTuùüvVwWxXyÿzZłŁøØđĐ');
const latinName = fc
  .array(fc.string({ unit: latinLetter, minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
  .map((words) => words.join('-'));

describe('[F-25] two writings of one name have one key', () => {
  const unchangedBy = (rewrite: (name: string) => string): void => {
    fc.assert(
      fc.property(latinName, (name) => {
        expect(toMatchingKey(rewrite(name))).toBe(toMatchingKey(name));
      }),
    );
  };

  it('composed or decomposed', () => unchangedBy((name) => name.normalize('NFD')));
  it('upper case', () => unchangedBy((name) => name.toUpperCase()));
  it('lower case', () => unchangedBy((name) => name.toLowerCase()));
  it('without accents', () => unchangedBy((name) => name.normalize('NFD').replace(/\p{M}/gu, '')));
  it('hyphen or space', () => unchangedBy((name) => name.replaceAll('-', ' ')));
  it('hyphen or apostrophe', () => unchangedBy((name) => name.replaceAll('-', "'")));
  it('typographic apostrophe and dash', () => unchangedBy((name) => name.replace('-', '’').replaceAll('-', '–')));
  it('ligature or two letters', () => {
    unchangedBy((name) => name.replaceAll('œ', 'oe').replaceAll('Œ', 'OE').replaceAll('æ', 'ae').replaceAll('Æ', 'AE'));
  });
  it('surrounded by spaces', () => unchangedBy((name) => `  ${name} `));

  it('the key of a key is itself, for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toMatchingKey(toMatchingKey(text))).toBe(toMatchingKey(text));
      }),
    );
  });

  it('26 a Cyrillic А never meets a Latin A', () => {
    expect(toMatchingKey('А')).not.toBe(toMatchingKey('A'));
    expect(toMatchingKey('АННА')).not.toBe(toMatchingKey('ANNA'));
    expect(toMatchingKey('анна')).toBe(toMatchingKey('АННА'));
  });

  it('no accepted name has an empty key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(checkName(text).ok);
        expect(toMatchingKey(text)).not.toBe('');
      }),
    );
  });

  it('what the teleservice accepts has the key of the typed name', () => {
    fc.assert(
      fc.property(latinName, (name) => {
        const sent = toInsName(name, 'family');
        expect(sent.ok && toMatchingKey(sent.value)).toBe(toMatchingKey(name));
      }),
    );
  });
});

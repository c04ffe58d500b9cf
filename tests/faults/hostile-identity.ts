/*
 * Hostile and odd inputs of the five traits: numbers 1 to 69 and 80 to 87 of the quality page. Each is either kept exactly and
 * found again, or refused with a pointer to its field; never a 5xx, never a silent change. 66 (hours of the agenda) is no trait.
 * 70 to 79 are INS numbers, which a search has no field for: `withoutField`.
 */

/** What is sent in place of one trait, and what has to happen. */
export interface HostileInput {
  /** Number on the quality page. */
  readonly no: number;
  readonly field:
    | 'birthFamilyName'
    | 'firstBirthGivenName'
    | 'birthGivenNames'
    | 'sex'
    | 'birthDate'
    | 'birthPlace'
    | 'identityDocument';
  readonly value: unknown;
  /** `kept`: as it is. `trimmed`: without outer and doubled spaces. Else the code of the refusal. */
  readonly expect: 'kept' | 'trimmed' | RegExp;
  /** Other traits it needs. */
  readonly also?: Readonly<Record<string, unknown>>;
  /** Other writings of the same name, which find it too (D1). */
  readonly alsoFoundBy?: readonly string[];
  /** Writings which look alike and are another name. */
  readonly neverFoundBy?: readonly string[];
}

const family = (no: number, value: string, more: Partial<HostileInput> = {}): HostileInput => ({
  no,
  field: 'birthFamilyName',
  value,
  expect: 'kept',
  ...more,
});
const given = (no: number, value: string, more: Partial<HostileInput> = {}): HostileInput => ({
  ...family(no, value, more),
  field: 'firstBirthGivenName',
});
const sex = (no: number, value: unknown, expect: HostileInput['expect'] = /^enum|type$/): HostileInput => ({
  no,
  field: 'sex',
  value,
  expect,
});
const date = (no: number, value: unknown, more: Partial<HostileInput> = {}): HostileInput => ({
  no,
  field: 'birthDate',
  value,
  expect: /^(pattern|type)$/,
  ...more,
});
const place = (no: number, kind: string, cog: string, more: Partial<HostileInput> = {}): HostileInput => ({
  no,
  field: 'birthPlace',
  value: { kind, cog },
  expect: 'kept',
  ...more,
});

const names: readonly HostileInput[] = [
  family(1, 'D’Artagnan', { alsoFoundBy: ["D'Artagnan", 'D ARTAGNAN', "d'artagnan"] }),
  family(2, "O'Neill", { alsoFoundBy: ['O’Neill', 'O NEILL'] }),
  family(3, "N'Diaye-Sow", { alsoFoundBy: ['N DIAYE SOW', 'N’Diaye‐Sow'] }),
  family(4, 'de La Rochefoucauld', { alsoFoundBy: ['DE LA ROCHEFOUCAULD'] }),
  family(5, 'Zoé', { alsoFoundBy: ['Zoe\u0301', 'ZOE'] }),
  family(6, 'Zoe\u0301', { alsoFoundBy: ['Zoé'] }),
  family(7, 'ŒUVRARD', { alsoFoundBy: ['Oeuvrard', 'œuvrard'] }),
  family(8, 'L’Haÿ', { alsoFoundBy: ["L'HAY"] }),
  family(9, 'Ỳ', { alsoFoundBy: ['Y'] }),
  family(10, 'İnci', { alsoFoundBy: ['INCI', 'inci'] }),
  family(11, 'ß', { alsoFoundBy: ['ss'] }),
  family(12, 'E\u0301', { alsoFoundBy: ['É'] }),
  family(13, 'Y'),
  family(14, '-'),
  family(15, "'"),
  family(16, 'Æ'.repeat(100)),
  family(17, 'A'.repeat(101), { expect: /^max-length$/ }),
  family(18, '  Le   Goff ', { expect: 'trimmed', alsoFoundBy: ['Le Goff', 'LE GOFF'] }),
  family(19, 'Le\u00a0Goff', { expect: /^name-unusual-space$/ }),
  family(20, 'Le\u200bGoff', { expect: /^name-invisible-character$/ }),
  family(21, 'Null'),
  family(22, 'undefined'),
  family(23, 'true'),
  family(24, 'SANS NOM'),
  family(25, 'محمد'),
  family(26, '\u0410llard', { neverFoundBy: ['Allard'] }),
  family(27, '🙂'),
  family(28, `Z${'\u0301\u0302\u0303\u0304'.repeat(250)}`, { expect: /^max-length$/ }),
  family(28, `Z${'\u0301'.repeat(20)}`, { expect: /^name-stacked-marks$/ }),
  family(29, 'Le\u202eGoff', { expect: /^name-direction-override$/ }),
  family(30, 'Le\u0000Goff', { expect: /^(character|name-control-character)$/ }),
  family(31, 'Le\ud800Goff', { expect: /^(character|name-lone-surrogate)$/ }),
  family(32, '<img src=x onerror=alert(1)>'),
  family(33, '{{7*7}} ${7*7}'),
  family(34, "'; DROP TABLE dossiers;--"),
  family(35, 'Robert%00', { expect: /^name-encoded-nul$/ }),
  given(36, 'Jean-Pierre, Marie'),
  given(37, 'X'),
  {
    no: 38,
    field: 'birthGivenNames',
    value: ['Anne', 'Marie', 'Claude', 'Rose'],
    expect: 'kept',
    also: { firstBirthGivenName: 'Anne' },
  },
  {
    no: 38,
    field: 'birthGivenNames',
    value: ['Marie', 'Anne'],
    expect: /^first-given-name-not-at-start$/,
    also: { firstBirthGivenName: 'Anne' },
  },
  given(39, 'Rouvière', { also: { birthFamilyName: 'Rouvière' } }),
  given(40, '', { expect: /^min-length$/ }),
  given(40, '   ', { expect: /^name-empty$/ }),
];

const sexes: readonly HostileInput[] = [
  sex(41, 'M', 'kept'),
  sex(42, 'F', 'kept'),
  sex(43, 'I', 'kept'),
  sex(44, 'm'),
  sex(45, '1'),
  sex(45, 1),
  sex(46, null),
  sex(47, ''),
];

const dates: readonly HostileInput[] = [
  date(48, '2023-02-29', { expect: /^date-no-such-day$/ }),
  date(49, '1900-02-29', { expect: /^date-no-such-day$/ }),
  date(50, '2000-02-29', { expect: 'kept' }),
  date(51, '0000-01-01', { expect: /^date-(before-1850|no-such-day)$/ }),
  date(52, '9999-12-31', { expect: /^date-in-future$/ }),
  date(55, '1850-01-01', { expect: 'kept' }),
  date(55, '1849-12-31', { expect: /^date-before-1850$/ }),
  date(56, '01/02/2003'),
  date(57, '2003-2-1'),
  date(58, 'now'),
  date(59, 'infinity'),
  date(60, '-infinity'),
  date(61, '0044-03-15 BC'),
  date(62, '2003-02-01T00:00:00+14:00'),
  date(63, '1942-00-00', { expect: /^date-no-such-day$/ }),
  date(64, '1942'),
  date(65, '31/12/1950'),
  date(65, '1950-12-31', { expect: 'kept', also: { birthDateUncertain: true } }),
  date(67, '2016-12-31T23:59:60Z'),
  date(68, 1_041_379_200_000),
  date(69, '+275760-09-13'),
];

const places: readonly HostileInput[] = [
  place(80, 'commune', '75056'),
  place(81, 'commune', '2A004'),
  place(82, 'commune', '97411'),
  place(83, 'country', '99352'),
  place(83, 'commune', '99352', { expect: /^place-kind-mismatch$/ }),
  place(84, 'unknown', '99999'),
  // A former commune at its time, and a postcode in the place of the code: well-formed codes are kept (domain, trap 2).
  place(86, 'commune', '01033'),
  place(87, 'commune', '31000'),
  place(87, 'commune', '2C004', { expect: /^pattern$/ }),
];

export const hostileTraits: readonly HostileInput[] = [...names, ...sexes, ...dates, ...places];

/** INS numbers, which the search does not take. */
export const withoutField: readonly (readonly [no: number, value: string])[] = [
  [70, '255069999999934'],
  [71, '255069999999900'],
  [72, '2550699999999 2A'],
  [73, '255509999999934'],
  [74, '355069999999934'],
  [75, '2 55 06 99 999 999 34'],
  [76, '٢٥٥٠٦٩٩٩٩٩٩٩٩٣٤'],
  [77, '1e14'],
  [78, '180067500100148'],
  [79, '2550699999999'],
];

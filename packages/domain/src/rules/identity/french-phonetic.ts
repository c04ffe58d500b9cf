/**
 * How a French ear hears a name, from its matching key: names that are said alike get one code
 * (DUPOND, DUPONT; GAUTHIER, GAUTIER; LEFEBVRE, LEFEVRE). Coarse on purpose: it finds candidates that a
 * person then compares; it never decides alone.
 *
 * The code is upper-case letters, with 1 for the nasal of "an", 2 of "in/un", 3 of "on", 5 for "ch", 6 for a final
 * "er/et/ez", 7 for the glide of "ill" and "y".
 */
export function frenchPhonetic(key: string): string {
  // Word by word: the silent end of a word stays silent inside a compound name.
  return key
    .split(/[^A-Z]+/)
    .map(soundOf)
    .join('');
}

/** Words come back all the time (one typed name against two hundred candidates): thirty rewritings are worth remembering. */
const heard = new Map<string, string>();
const HEARD_MAX = 4096;

function soundOf(word: string): string {
  const known = heard.get(word);
  if (known !== undefined) return known;
  let code = word;
  for (const [spelling, sound] of SOUNDS) code = code.replace(spelling, sound);
  if (heard.size >= HEARD_MAX) heard.clear();
  heard.set(word, code);
  return code;
}

// In order: each line may rely on what the lines above have already rewritten.
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^KN/, 'N'],
  [/PH/g, 'F'],
  [/SCH|CH|SH/g, '5'],
  [/H/g, ''],
  [/BVR/g, 'VR'],
  [/SC(?=[EIY])/g, 'S'],
  [/ILL(?=[AEIOUY])/g, '7'],
  [/(?<=U)Y(?=[AEIOU])/g, '7'],
  [/(?<=[AEO])Y(?=[AEIOU])/g, 'I7'],
  [/Y/g, 'I'],
  [/E?AU(?:LT|LD|X|T|D|S)$|EAU|AU/g, 'O'],
  [/(?<=..)E[RTZ]$/, '6'],
  [/(?<=[NR])CQ?$/, ''],
  [/(?<=.)[XSTDZP]+$/, ''],
  [/CQU|QU|CK|Q/g, 'K'],
  [/C(?=[EI6])/g, 'S'],
  [/C/g, 'K'],
  [/GN/g, 'N'],
  [/GE(?=[AOU])|G(?=[EI6])/g, 'J'],
  [/GU(?=[EI67])/g, 'G'],
  [/OU/g, 'U'],
  [/OI/g, 'UA'],
  [/TI(?=ON)/g, 'SI'],
  [/([A-Z])\1+/g, '$1'],
  [/(?:AI|EI|I|U)[NM](?=[BDFGJKLPRSTVZ5]|$)/g, '2'],
  [/[AE][NM](?=[BDFGJKLPRSTVZ5]|$)/g, '1'],
  [/O[NM](?=[BDFGJKLPRSTVZ5]|$)/g, '3'],
  [/AI|EI|OE|EU/g, 'E'],
  [/(?<=..)ES?$/, ''],
  [/(?<=.)[XTDP]+$/, ''],
  [/Z/g, 'S'],
  [/W/g, 'V'],
  [/([A-Z])\1+/g, '$1'],
];

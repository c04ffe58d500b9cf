/** One name in the spellings the house uses: `care-plans`, `carePlans`, `CarePlans`, `care_plans`, `care plans`, `Care plans`. */
export interface Names {
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
  readonly snake: string;
  readonly words: string;
  readonly title: string;
  /** Section of the permission matrix that decides who reads and writes it. */
  readonly section: string;
}

/** A name that cannot be a feature's, said in one sentence. */
export class BadName extends Error {
  override readonly name = 'BadName';
}

/** @throws {BadName} */
export function namesOf(kebab: string, section: string): Names {
  if (!/^[a-z]+(-[a-z]+)*$/.test(kebab) || kebab.length > 30) {
    throw new BadName(`"${kebab}" is no feature name: lower-case English words joined by hyphens, such as care-plans.`);
  }
  if (!/^S(0[1-9]|1[0-6])$/.test(section)) {
    throw new BadName(`"${section}" is no section of the permission matrix: S01 to S16.`);
  }
  const parts = kebab.split('-');
  const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const pascal = parts.map(upper).join('');
  const words = parts.join(' ');
  return {
    ...{ kebab, pascal, words, section },
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    snake: parts.join('_'),
    title: upper(words),
  };
}

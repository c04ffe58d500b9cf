/** An INS as the national service writes it: 13 characters and their key, under the authority that gave it. */
export interface InsiNumber {
  /** 15 characters: number and key. */
  readonly matricule: string;
  readonly oid: string;
}

/** One person of the simulated national directory, names in the alphabet of the service (A-Z, space, ' and -). */
export interface InsiPerson {
  readonly birthFamilyName: string;
  readonly birthGivenNames: readonly string[];
  readonly sex: 'F' | 'M';
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly cog?: string;
  readonly ins: InsiNumber;
  /** Former numbers, newest first. */
  readonly history: readonly InsiNumber[];
}

export interface InsiQuestion {
  readonly birthFamilyName: string;
  /** The `Prenom` elements, in order. */
  readonly givenNames: readonly string[];
  readonly sex: string;
  readonly birthDate: string;
  readonly cog?: string;
}

/** The given names asked for must begin the list of the civil status, whole names at a time. */
function beginsList(asked: readonly string[], list: readonly string[]): boolean {
  return `${list.join(' ')} `.startsWith(`${asked.join(' ')} `);
}

export function findPeople(directory: readonly InsiPerson[], asked: InsiQuestion): readonly InsiPerson[] {
  return directory.filter(
    (person) =>
      person.birthFamilyName === asked.birthFamilyName &&
      person.sex === asked.sex &&
      person.birthDate === asked.birthDate &&
      beginsList(asked.givenNames, person.birthGivenNames) &&
      // A place nobody knows excludes no place.
      (asked.cog === undefined || person.cog === undefined || asked.cog === person.cog),
  );
}

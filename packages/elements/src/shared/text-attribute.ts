/** A text attribute that a host takes away is empty again: Lit alone would make it `null`, and a read for nobody. */
export const textAttribute = { fromAttribute: (value: string | null): string => value ?? '' };

/** The strong tag of a version, e.g. `"3"`. */
export function etag(version: number): string {
  return `"${version}"`;
}

/** The version an `If-Match` names. Lists, weak tags, `*` and anything unquoted are refused (undefined). */
export function parseIfMatch(header: string): number | undefined {
  const match = /^"([1-9]\d{0,9})"$/.exec(header);
  return match ? Number(match[1]) : undefined;
}

/** The names above one, nearest first: those of `a.b.c` are `b.c` and `c`. */
export function namesAbove(name: string): readonly string[] {
  const labels = name.split('.');
  return labels.slice(1).map((_label, index) => labels.slice(index + 1).join('.'));
}

/**
 * The names that exist in a zone with records at these names. A name exists when it has records, of whatever type, and
 * also when only something below it has: an "empty non-terminal". Emulation: AWS's pages are silent on the latter; the
 * RFC and people on Route 53 agree.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4592#section-2.2.2
 */
export const existingNames = (withRecords: Iterable<string>): ReadonlySet<string> =>
  new Set([...withRecords].flatMap((name) => [name, ...namesAbove(name)]));

/**
 * The name whose records answer for another: its own where it exists, else the wildcard next to the closest name above
 * it that exists. So a wildcard answers neither for a name below which there is a record, nor for what lies below a name
 * that exists. Whether the wildcard is there at all is for the caller to see.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html#domain-name-format-asterisk
 * @see https://www.rfc-editor.org/rfc/rfc4592#section-3.3.1
 */
export function answeringName(name: string, existing: ReadonlySet<string>): string | undefined {
  if (existing.has(name)) {
    return name;
  }
  const closest = namesAbove(name).find((above) => existing.has(above));
  return closest === undefined ? undefined : `*.${closest}`;
}

/** A slip of the hand: a wrong, missing, doubled or swapped letter for each three that are right. */
const LETTERS_PER_SLIP = 3;

/** As short a word may be part of much. */
const SHORTEST_PART = 4;

/**
 * The name that somebody meant who wrote another: the one most like it, or one that it is a part of, as `domain` is of
 * `domainName`. Undefined when there is none. Case, dashes and underlines do not count.
 */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, slips: slipsBetween(plain(written), plain(name)) }))
    .filter(({ name, slips }) => slips <= Math.min(written.length, name.length) / LETTERS_PER_SLIP)
    .sort((one, other) => one.slips - other.slips);
  return best?.name ?? names.find((name) => isPart(plain(written), plain(name)));
}

const isPart = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= SHORTEST_PART && (other.includes(one) || one.includes(other));

const plain = (name: string): string => name.toLowerCase().replace(/[-_ ]/g, '');

/**
 * How many slips turn one text into the other.
 *
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance optimal string alignment
 */
function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j += 1) {
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
          swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(one.length, other.length);
}

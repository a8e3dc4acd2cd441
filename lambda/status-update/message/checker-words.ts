/** Which kinds of failure are named; the rest are counted. */
const MAX_WORDS = 3;

/** Longest words that are quoted whole: with their number in front they fit on one line of a message. */
const MAX_LENGTH = 58;

const CUT = '..';

/**
 * Why checkers fail, in their own words, the most common first: `HTTP Status Code 500`, or where they differ
 * `12 x HTTP Status Code 500, 4 x SSL alert handshake_failure`. Empty when none of them says.
 */
export function describeFailures(failures: readonly (string | undefined)[]): string {
  const [first, ...others] = countWords(failures);
  if (first === undefined) {
    return '';
  }
  if (others.length === 0 && first[1] === failures.length) {
    return first[0];
  }
  const named = [first, ...others].slice(0, MAX_WORDS);
  const rest = failures.length - named.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...named.map(([words, count]) => `${count} x ${words}`),
    ...(rest > 0 ? [`${rest} x something else`] : []),
  ].join(', ');
}

/** What most of them say, in at most as many characters. Undefined when none of them says anything. */
export function commonFailure(
  failures: readonly (string | undefined)[],
  maxLength: number,
): string | undefined {
  const [first] = countWords(failures);
  return first && limited(first[0], maxLength);
}

/** The most common first. */
function countWords(failures: readonly (string | undefined)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const words of failures.map((said) => shortWords(said ?? ''))) {
    if (words !== '') {
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, some], [, more]) => more - some);
}

/**
 * The words without what each of them begins with, and without what would tell equal ones apart: an address, and the
 * origin's own phrase after a status, which may be anything.
 */
function shortWords(said: string): string {
  const words = said
    .replace(/\s+/g, ' ')
    .replace(/Resolved IP: ?[0-9a-f.:]+[.,;]? ?/i, '')
    .replace(/^(HTTP Status Code \d{3})\b.*/i, '$1')
    .replace(/^The health checker /, '')
    .trim()
    .replace(/\.$/, '');
  return limited(words, MAX_LENGTH);
}

function limited(words: string, maxLength: number): string {
  const letters = [...words];
  return letters.length > maxLength ? `${letters.slice(0, maxLength - CUT.length).join('')}${CUT}` : words;
}

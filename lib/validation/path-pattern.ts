/**
 * Whether some path matches both path patterns, where `*` stands for any characters and `?` for exactly one. A plain
 * path is a pattern, too, so this also answers whether a pattern matches a path.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
 */
export function pathPatternsOverlap(one: string, other: string): boolean {
  // overlaps[j]: whether what is left of `one` and `other` from position j on has a path in common.
  let overlaps = remainders(other).map((rest) => onlyStars(rest));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    overlaps = previousRow(one, i, other, overlaps);
  }
  return overlaps[0] === true;
}

function previousRow(one: string, i: number, other: string, next: readonly boolean[]): boolean[] {
  const row: boolean[] = new Array(other.length + 1).fill(false);
  row[other.length] = onlyStars(one.slice(i));
  for (let j = other.length - 1; j >= 0; j -= 1) {
    if (one[i] === '*' || other[j] === '*') {
      row[j] = next[j] === true || row[j + 1] === true;
    } else {
      row[j] = (one[i] === other[j] || one[i] === '?' || other[j] === '?') && next[j + 1] === true;
    }
  }
  return row;
}

function remainders(text: string): string[] {
  return [...Array(text.length + 1).keys()].map((start) => text.slice(start));
}

function onlyStars(text: string): boolean {
  return /^\**$/.test(text);
}

/** Which names of a kind a policy selects: of headers, cookies or query strings. */
export type NameSelection =
  | { readonly kind: 'none' }
  | { readonly kind: 'all' }
  | { readonly kind: 'whitelist'; readonly names: readonly string[] }
  | { readonly kind: 'allExcept'; readonly names: readonly string[] };

/** Whether a policy selects a name. Names are literal, an asterisk included. */
export function selects(selection: NameSelection, name: string): boolean {
  switch (selection.kind) {
    case 'none':
      return false;
    case 'all':
      return true;
    case 'whitelist':
      return selection.names.includes(name);
    case 'allExcept':
      return !selection.names.includes(name);
  }
}

/** The pairs in a text such as `a=1&b=2` that any of the policies selects, in the viewer's order. */
export function selectedPairs(
  selections: readonly NameSelection[],
  text: string,
  separator: '&' | ';',
): readonly string[] {
  // Most requests have no such text, or a policy that wants none of it: nothing is taken apart for those.
  if (text === '' || selections.every(({ kind }) => kind === 'none')) {
    return NO_PAIRS;
  }
  if (text.includes(separator)) {
    return text
      .split(separator)
      .map(trimmed)
      .filter((pair) => isSelected(selections, pair));
  }
  const pair = text.trim();
  return isSelected(selections, pair) ? [pair] : NO_PAIRS;
}

const trimmed = (text: string): string => text.trim();

const NO_PAIRS: readonly string[] = [];

function isSelected(selections: readonly NameSelection[], pair: string): boolean {
  if (pair === '') {
    return false;
  }
  const end = pair.indexOf('=');
  const name = end < 0 ? pair : pair.slice(0, end);
  return selections.some((selection) => selects(selection, name));
}

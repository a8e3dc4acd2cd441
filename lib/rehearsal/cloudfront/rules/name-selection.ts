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

/** The selected ones of the pairs in a text such as `a=1&b=2`, in the viewer's order. */
export const selectedPairs = (
  selection: NameSelection,
  text: string,
  separator: '&' | ';',
): readonly string[] =>
  // Most requests have neither: nothing is taken apart for those.
  selection.kind === 'none' || text === ''
    ? []
    : text
        .split(separator)
        .map((pair) => pair.trim())
        .filter((pair) => pair !== '' && selects(selection, pair.split('=', 1)[0] ?? ''));

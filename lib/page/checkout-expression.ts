/** Where shoppers pay, unless the props say otherwise. */
export const CHECKOUT_PATH_PATTERNS: readonly string[] = ['*checkout*', '*payment*'];

const expressionOf = (pattern: string): string =>
  pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');

/** A path or a pattern as it stands in a request: browsers percent-encode letters of other scripts. */
export const asInPath = (pattern: string): string => pattern.replace(/[^\x20-\x7e]+/gu, encodeURIComponent);

/** The source of a regular expression for whole paths that fit one of the patterns, with `*` for any characters. */
export const checkoutExpression = (patterns: readonly string[] = CHECKOUT_PATH_PATTERNS): string =>
  patterns
    .map(asInPath)
    .map((pattern) => `^${expressionOf(pattern)}$`.replace(/^\^\.\*|\.\*\$$/g, ''))
    .join('|');

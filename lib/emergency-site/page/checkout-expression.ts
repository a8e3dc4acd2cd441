/** Where shoppers pay, unless the props say otherwise. */
export const CHECKOUT_PATH_PATTERNS: readonly string[] = ['*checkout*', '*payment*'];

const expressionOf = (pattern: string): string =>
  pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');

/** The source of a regular expression for whole paths that fit one of the patterns, with `*` for any characters. */
export const checkoutExpression = (patterns: readonly string[] = CHECKOUT_PATH_PATTERNS): string =>
  patterns.map((pattern) => `^${expressionOf(pattern)}$`.replace(/^\^\.\*|\.\*\$$/g, '')).join('|');

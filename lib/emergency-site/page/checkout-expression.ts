const DEFAULT_PATTERNS = ['*checkout*', '*payment*'];

const expressionOf = (pattern: string): string =>
  pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');

/** The source of a regular expression for whole paths that fit one of the patterns, with `*` for any characters. */
export const checkoutExpression = (patterns: readonly string[] = DEFAULT_PATTERNS): string =>
  patterns.map((pattern) => `^${expressionOf(pattern)}$`.replace(/^\^\.\*|\.\*\$$/g, '')).join('|');

/** A comparison with a text. */
export interface TextComparison {
  readonly kind: 'equals-ignore-case' | 'prefix' | 'suffix' | 'wildcard';
  readonly text: string;
  /** Upper and lower case are the same. */
  readonly ignoresCase: boolean;
}

/**
 * Whether a text is what a comparison asks for.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function compareTexts({ kind, text, ignoresCase }: TextComparison, actual: string): boolean {
  const [one, other] = ignoresCase ? [actual.toLowerCase(), text.toLowerCase()] : [actual, text];
  switch (kind) {
    case 'equals-ignore-case':
      return one === other;
    case 'prefix':
      return one.startsWith(other);
    case 'suffix':
      return one.endsWith(other);
    case 'wildcard':
      return matchesWildcard(other, one);
  }
}

/**
 * What EventBridge says of a wildcard that it refuses; undefined for one that it takes. A backslash may stand before an
 * asterisk or another backslash only, and no asterisk next to another one.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function wildcardMistake(text: string): string | undefined {
  let afterWildcard = false;
  for (let at = 0; at < text.length; at += 1) {
    const isWildcard = text[at] === '*';
    if (isWildcard && afterWildcard) {
      return `Consecutive wildcard characters at pos ${at}`;
    }
    afterWildcard = isWildcard;
    if (text[at] !== '\\') {
      continue;
    }
    at += 1;
    if (text[at] !== '*' && text[at] !== '\\') {
      return `Invalid escape character at pos ${at}`;
    }
  }
  return undefined;
}

/** "*" stands for any characters, none included; after a backslash it stands for itself. */
function matchesWildcard(text: string, actual: string): boolean {
  const [first = '', ...others] = literalParts(text);
  const last = others.pop();
  if (last === undefined) {
    return actual === first;
  }
  const end = actual.length - last.length;
  let at = first.length;
  if (!actual.startsWith(first) || !actual.endsWith(last) || at > end) {
    return false;
  }
  for (const part of others) {
    const found = actual.indexOf(part, at);
    at = found + part.length;
    if (found < 0 || at > end) {
      return false;
    }
  }
  return true;
}

/** What stands between the wildcards, without backslashes. */
function literalParts(text: string): readonly string[] {
  const parts = [''];
  for (const [token] of text.matchAll(/\\.|./gsu)) {
    if (token === '*') {
      parts.push('');
    } else {
      parts.push(`${parts.pop()}${token.length > 1 && token.startsWith('\\') ? token.slice(1) : token}`);
    }
  }
  return parts;
}

// A quoted name may hold anything, with \" for a quote; an unquoted one holds no space, bracket, comma or quote.
const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|([(),])|([^\s(),"]+))/y;

type Mark = '(' | ')' | ',';

interface Token {
  readonly kind: 'quoted' | 'mark' | 'word';
  readonly text: string;
}

/** The words of a composite alarm's rule expression, read from left to right. */
export class CompositeRuleTokens {
  private readonly tokens: readonly Token[];
  private next = 0;

  /** @throws Error for text that no rule expression can hold. */
  constructor(private readonly rule: string) {
    this.tokens = tokenize(rule);
  }

  /** The next word, unless something else or nothing is next. */
  peekWord(): string | undefined {
    const token = this.tokens[this.next];
    return token?.kind === 'word' ? token.text : undefined;
  }

  /** Moves past the word if it is next, and tells whether it was. */
  takeWord(word: string): boolean {
    return this.take('word', word);
  }

  /** Moves past the bracket or comma if it is next, and tells whether it was. */
  takeMark(mark: Mark): boolean {
    return this.take('mark', mark);
  }

  /** Moves past an alarm's name or ARN, quoted or not. */
  takeName(): string {
    const token = this.tokens[this.next];
    if (token === undefined || token.kind === 'mark') {
      return this.fail();
    }
    this.next += 1;
    return token.text;
  }

  expectMark(mark: Mark): void {
    if (!this.takeMark(mark)) {
      this.fail();
    }
  }

  expectEnd(): void {
    if (this.next < this.tokens.length) {
      this.fail();
    }
  }

  /** Rejects the rule expression at the current place. */
  fail(): never {
    throw notUnderstood(this.rule, this.tokens[this.next]?.text ?? 'its end');
  }

  private take(kind: Token['kind'], text: string): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== kind || token.text !== text) {
      return false;
    }
    this.next += 1;
    return true;
  }
}

function tokenize(rule: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = rule.trimEnd();
  let end = 0;
  while (end < text.length) {
    TOKEN.lastIndex = end;
    const [found, quoted, mark, word] = TOKEN.exec(text) ?? [];
    if (found === undefined) {
      throw notUnderstood(rule, text.slice(end).trim());
    }
    if (quoted !== undefined) {
      tokens.push({ kind: 'quoted', text: quoted.replace(/\\(.)/g, '$1') });
    }
    if (mark !== undefined) {
      tokens.push({ kind: 'mark', text: mark });
    }
    if (word !== undefined) {
      tokens.push({ kind: 'word', text: word });
    }
    end += found.length;
  }
  return tokens;
}

function notUnderstood(rule: string, at: string): Error {
  const known = 'ALARM, OK and INSUFFICIENT_DATA of an alarm, TRUE, FALSE, NOT, AT_LEAST, and AND or OR';
  return new Error(
    `AlarmRule: is not understood at ${at}, got ${rule}; use ${known}, with parentheses where AND follows OR`,
  );
}

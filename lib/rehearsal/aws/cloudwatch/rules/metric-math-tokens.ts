/** Emulation: how tightly the operators bind, which AWS does not say: as in other languages, each from left to right. */
export const PRECEDENCE = {
  OR: 1,
  AND: 2,
  '==': 3,
  '!=': 3,
  '<=': 3,
  '>=': 3,
  '<': 3,
  '>': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '^': 6,
} as const;
export type MathOperator = keyof typeof PRECEDENCE;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?|\.\d+)|([A-Za-z]\w*)|["']([^"']*)["']|(&&|\|\||[<>=!]=|[-+*/^<>()[\],]))\s*/y;
const SAME: Readonly<Record<string, string>> = { '&&': 'AND', '||': 'OR' };

/** Whether a word is an operator. */
export const isOperator = (word: string | undefined): word is MathOperator =>
  word !== undefined && Object.hasOwn(PRECEDENCE, word);

/** Something with a value. */
export type MathLeaf =
  | { readonly kind: 'number'; readonly value: number }
  /** A metric or another expression, by its id; also a word such as `REPEAT`, or a function's name. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };
/** A mark or an operator, by itself, or something with a value. */
type Token = string | MathLeaf;

/** The words of an expression of metric math, read from left to right. */
export class MathTokens {
  private readonly tokens: Token[] = [];
  private next = 0;

  /** @throws Error for text that no expression can hold. */
  constructor(private readonly text: string) {
    for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
      const from = TOKEN.lastIndex;
      const [found, digits, name, quoted, mark] = TOKEN.exec(text) ?? [];
      if (found === undefined) {
        throw notUnderstood(text, text.slice(from).trim());
      }
      this.tokens.push(tokenOf({ digits, name, quoted, mark }));
    }
  }

  /** The mark or operator that is next, unless something else or nothing is. */
  peek(): string | undefined {
    const token = this.tokens[this.next];
    return typeof token === 'string' ? token : undefined;
  }

  /** Moves past the mark or operator if it is next, and tells whether it was. */
  take(word: string): boolean {
    if (this.peek() !== word) {
      return false;
    }
    this.next += 1;
    return true;
  }

  takeLeaf(): MathLeaf {
    const token = this.tokens[this.next];
    if (token === undefined || typeof token === 'string') {
      throw this.wrong();
    }
    this.next += 1;
    return token;
  }

  expect(mark: string): void {
    if (!this.take(mark)) {
      throw this.wrong();
    }
  }

  expectEnd(): void {
    if (this.next < this.tokens.length) {
      throw this.wrong();
    }
  }

  private wrong(): Error {
    const token = this.tokens[this.next];
    return notUnderstood(this.text, token === undefined ? 'its end' : JSON.stringify(token));
  }
}

type Found = Readonly<Record<'digits' | 'name' | 'quoted' | 'mark', string | undefined>>;

function tokenOf({ digits, name, quoted, mark }: Found): Token {
  if (digits !== undefined) {
    return { kind: 'number', value: Number(digits) };
  }
  if (quoted !== undefined) {
    return { kind: 'text', text: quoted };
  }
  const word = name ?? mark ?? '';
  if (mark !== undefined || isOperator(word)) {
    return SAME[word] ?? word;
  }
  return { kind: 'name', name: word };
}

const notUnderstood = (text: string, at: string): Error =>
  new Error(
    `Metrics: the expression is not understood at ${at}, got ${text}; use metrics, numbers, + - * / ^, comparisons, AND, OR and functions`,
  );

import type { StoreTarget } from '../../store-target';

/** A function that a store file calls, as it writes it. */
export type FunctionName = 'Duration.seconds' | `StoreTarget.${keyof typeof StoreTarget}`;

/** A call in a file that is written. */
export class Call {
  constructor(
    readonly name: FunctionName,
    readonly args: readonly Code[],
  ) {}
}

/** A value with a comment above it. */
export class Commented {
  constructor(
    readonly comment: string,
    readonly value: Code,
  ) {}
}

/** A value that can be written as TypeScript, and be evaluated, which comes to the same. Undefined keys are left out. */
export type Code =
  | string
  | number
  | boolean
  | Call
  | Commented
  | readonly Code[]
  | { readonly [key: string]: Code | undefined };

const MAX_COLUMNS = 100;

/** The code as TypeScript. @param indent how deep it stands, in spaces */
export function print(code: Code, indent = 0): string {
  if (code instanceof Commented) {
    return print(code.value, indent);
  }
  if (code instanceof Call) {
    return `${code.name}(${code.args.map((arg) => print(arg, indent)).join(', ')})`;
  }
  if (typeof code === 'string') {
    return quoted(code);
  }
  if (typeof code !== 'object') {
    return String(code);
  }
  const parts = isList(code)
    ? code.map((value) => ({ value, text: print(value, indent + 2) }))
    : entriesOf(code).map(([key, value]) => ({ value, text: `${key}: ${print(value, indent + 2)}` }));
  const [open, close] = isList(code) ? ['[', ']'] : ['{ ', ' }'];
  const line = `${open}${parts.map(({ text }) => text).join(', ')}${close}`;
  const isShort = !line.includes('\n') && indent + line.length <= MAX_COLUMNS;
  if (indent > 0 && isShort && !parts.some(({ value }) => value instanceof Commented)) {
    return line;
  }
  const lines = parts.map(
    ({ value, text }) => `${commentOf(value, indent + 2)}${' '.repeat(indent + 2)}${text},\n`,
  );
  return `${open.trim()}\n${lines.join('')}${' '.repeat(indent)}${close.trim()}`;
}

const commentOf = (code: Code, indent: number): string =>
  code instanceof Commented
    ? code.comment
        .split('\n')
        .map((line) => `${' '.repeat(indent)}// ${line}\n`)
        .join('')
    : '';

export const isList = (code: object | string | number | boolean): code is readonly Code[] =>
  Array.isArray(code);

export const entriesOf = (code: object): readonly [string, Code][] =>
  Object.entries(code as Readonly<Record<string, Code | undefined>>).filter(
    (entry): entry is [string, Code] => entry[1] !== undefined,
  );

/** What nobody sees, what turns text around, and what could end a line. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu;

/** A text as a literal that nothing in it can leave. */
function quoted(text: string): string {
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(INVISIBLE, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
  return `'${escaped}'`;
}

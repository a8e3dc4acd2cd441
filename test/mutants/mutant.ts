import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** One line of the code that reads otherwise, and the tests that should notice. */
export interface Mutant {
  /** From the root, with slashes. */
  readonly file: string;
  /** A line of it, without what stands around it. It occurs once. */
  readonly text: string;
  readonly replacement: string;
  /** Near tests, from the root; never empty. */
  readonly tests: readonly string[];
  /** Why no test can notice it, for one that is known to survive. */
  readonly survives: string | undefined;
}

const HOW =
  'a mutant is a file, a line "- text", a line "+ replacement", and "by a test" or "survives: why" below';

/**
 * Reads a list: blocks of lines with an empty line between them. Without a line "by" the near test is the one that
 * mirrors the file, or the table of cases of a rule.
 *
 * @param root where files are looked for. @default - this repository
 * @throws Error that names the list's line and what to do, when a mutant is not written like that, its text is not in its
 * file any more or twice, or it has no near test
 */
export const parseMutants = (list: string, root = ROOT): readonly Mutant[] =>
  list
    .split(/\n{2,}/)
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0)
    .map((lines) => parseMutant(lines, root));

function parseMutant(lines: readonly string[], root: string): Mutant {
  const [file = '', text, replacement, ...more] = lines;
  if (!text?.startsWith('- ') || !replacement?.startsWith('+ ')) {
    throw new Error(
      `${file}: must have a line "- text" and a line "+ replacement", got ${JSON.stringify(lines.slice(1))}; ${HOW}`,
    );
  }
  const mutant = { file, text: text.slice(2), replacement: replacement.slice(2) };
  requireOnce(mutant, root);
  const unknown = more.find((line) => !/^(by|survives:) /.test(line));
  if (unknown !== undefined) {
    throw new Error(`${file}: must end with "by" or "survives:", got ${JSON.stringify(unknown)}; ${HOW}`);
  }
  const tests = startingWith(more, 'by ');
  const [survives] = startingWith(more, 'survives: ');
  return {
    ...mutant,
    tests: requireTests(file, tests.length > 0 ? tests : nearTests(file, root), root),
    survives,
  };
}

const startingWith = (lines: readonly string[], start: string): readonly string[] =>
  lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));

function requireOnce({ file, text }: Pick<Mutant, 'file' | 'text'>, root: string): void {
  if (!existsSync(join(root, file))) {
    throw new Error(`${file}: must be a file, got none; name the file that has ${JSON.stringify(text)} now`);
  }
  const times = readFileSync(join(root, file), 'utf8').split(text).length - 1;
  if (times !== 1) {
    const got = times === 0 ? 'it nowhere' : `it ${times} times`;
    throw new Error(
      `${file}: must hold ${JSON.stringify(text)} once, got ${got}; copy the line as it is now, or choose another`,
    );
  }
}

/** Tests mirror the folders of the code; the cases of AWS's rules are in `test/parity`. */
function nearTests(file: string, root: string): readonly string[] {
  const path = file.replace(/^lib\//, '').replace(/\.ts$/, '');
  const parity = path.replace(/^rehearsal\/aws\/([\w-]+)\/rules\//, 'parity/$1/');
  return [...new Set([path, parity])]
    .flatMap((one) => [`test/${one}.test.ts`, `test/${one}.property.test.ts`])
    .filter((test) => existsSync(join(root, test)));
}

function requireTests(file: string, tests: readonly string[], root: string): readonly string[] {
  const missing = tests.find((test) => !existsSync(join(root, test)));
  if (missing !== undefined || tests.length === 0) {
    throw new Error(
      `${file}: must have near tests, got ${missing ?? 'none'}; add a line "by test/..." for each`,
    );
  }
  return tests;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseMutants } from './mutant';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'understudy-mutants-'));
  put('lib/rehearsal/aws/sns/rules/late.ts', 'const late = a < b;\nconst early = c;\nconst early = c;\n');
  put('test/parity/sns/late.test.ts', '');
  put('test/other.test.ts', '');
});
afterEach(() => rmSync(root, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
const FILE = 'lib/rehearsal/aws/sns/rules/late.ts';
const EDIT = '- const late = a < b;\n+ const late = a <= b;';

describe('list of mutants', () => {
  test('has a file, a line, what it reads instead, and the tests that mirror it', () => {
    const [mutant, ...others] = parseMutants(`# What counts as late.\n${FILE}\n${EDIT}\n`, root);
    expect(mutant).toEqual({
      file: FILE,
      text: 'const late = a < b;',
      replacement: 'const late = a <= b;',
      tests: ['test/parity/sns/late.test.ts'],
      survives: undefined,
    });
    expect(others).toEqual([]);
  });

  test('may name other tests, and why none notices', () => {
    const list = `${FILE}\n${EDIT}\nby test/other.test.ts\nsurvives: a is never b\n\n\n${FILE}\n${EDIT}\n`;
    const [first, second] = parseMutants(list, root);
    expect(first).toMatchObject({ tests: ['test/other.test.ts'], survives: 'a is never b' });
    expect(second).toMatchObject({ survives: undefined });
  });

  test.each([
    [
      'a line that is gone',
      `${FILE}\n- const late = a > b;\n+ x`,
      /^lib.*late\.ts: must hold "const late = a > b;" once, got it nowhere; copy the line as it is now/,
    ],
    ['a line that is there twice', `${FILE}\n- const early = c;\n+ x`, /got it 2 times/],
    [
      'a file that is gone',
      `lib/gone.ts\n${EDIT}`,
      /^lib\/gone\.ts: must be a file, got none; name the file that has "const late/,
    ],
    [
      'no replacement',
      `${FILE}\n- const late = a < b;`,
      /must have a line "- text" and a line "\+ replacement", got \["- const late = a < b;"\]/,
    ],
    [
      'a line of another kind',
      `${FILE}\n${EDIT}\nwhy not`,
      /must end with "by" or "survives:", got "why not"/,
    ],
    [
      'a test that is gone',
      `${FILE}\n${EDIT}\nby test/gone.test.ts`,
      /must have near tests, got test\/gone\.test\.ts; add a line "by test/,
    ],
  ])('fails when it has %s', (_, list, message) => {
    expect(() => parseMutants(list, root)).toThrow(message);
  });

  test('fails when nothing mirrors a file', () => {
    put('lib/alone.ts', 'const late = a < b;\n');
    expect(() => parseMutants(`lib/alone.ts\n${EDIT}`, root)).toThrow(
      /^lib\/alone\.ts: must have near tests, got none/,
    );
  });
});

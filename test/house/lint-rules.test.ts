import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-lint-'));
  cpSync(join(ROOT, '.biome'), join(folder, '.biome'), { recursive: true });
  // Outside of a repository there is nothing that git ignores.
  const config = { ...JSON.parse(readFileSync(join(ROOT, '.biome.json'), 'utf8')), vcs: { enabled: false } };
  writeFileSync(join(folder, '.biome.json'), JSON.stringify(config));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What the rules of this house say of one file. */
function lint(path: string, source: string): readonly string[] {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  const command = [BIOME, 'lint', '--reporter=json', '--only=plugin', path];
  try {
    return messages(
      execFileSync(process.execPath, command, { cwd: folder, stdio: 'pipe', encoding: 'utf8' }),
    );
  } catch (error) {
    return messages((error as { stdout: string }).stdout);
  }
}

const messages = (output: string): readonly string[] =>
  JSON.parse(output).diagnostics.map(({ message }: { message: string }) => message);

const CLOCK = expect.stringContaining('Time and chance are passed in');
const UNITS = expect.stringContaining('clock-units.ts');
const REGION = expect.stringContaining('home-region.ts');
const HELPER = expect.stringContaining('as a function');

test.each([
  ['Date.now()', CLOCK],
  ['Date.now', CLOCK],
  ['new Date()', CLOCK],
  ['performance.now()', CLOCK],
  ['Math.random()', CLOCK],
  ['setTimeout(() => 1, 2)', CLOCK],
  ['setInterval(() => 1, 2)', CLOCK],
  ["'us-east-1'", REGION],
  ["'arn:aws:sns:us-east-1:1:topic'", REGION],
  ['`in us-east-1`', REGION],
  ['`\n in us-east-1`', REGION],
  ['(one: number) => { return one; }', HELPER],
  ['async () => { await 1; }', HELPER],
])('the linter refuses %s in the code of the stack and of its functions', (value, message) => {
  expect([
    lint('lib/rehearsal/report/some.ts', `export const some = ${value};\n`),
    lint('lambda/status-update/some.ts', `export const some = ${value};\n`),
  ]).toEqual([[message], [message]]);
});

test.each(['MINUTE_MS', 'HOUR_MS', 'DAY_MS', 'MINUTE'])('the linter refuses a second %s', (name) => {
  expect(lint('lambda/status-update/some.ts', `export const ${name} = 60_000;\n`)).toEqual([UNITS]);
});

test.each([
  ['a time that is given', 'lib/operator/some.ts', 'export const some = new Date(5).toISOString();'],
  ['an expression as an arrow', 'lib/operator/some.ts', 'export const some = (one: number) => one + 1;'],
  ['an arrow that has a type', 'lib/some.ts', 'export const some: () => number = () => {\n  return 1;\n};'],
  [
    'a callback that has a name',
    'lib/some.ts',
    'export function some() {\n  const one = () => {\n    return 1;\n  };\n  return one;\n}',
  ],
  ['the Region in a comment', 'lib/some.ts', '// us-east-1\nexport const some = 1;'],
  ['the time of the clock', 'lib/rehearsal/kernel/clock/some.ts', 'export const some = Date.now();'],
  ['the time of the page', 'lib/page/script/some.ts', 'export const some = Date.now();'],
  ['the Region in an example', 'bin/some.ts', "export const some = 'us-east-1';"],
  ['the Region in a test', 'test/lambda/some.ts', "export const some = 'us-east-1';"],
])('the linter takes %s', (_, path, source) => {
  expect(lint(path, `${source}\n`)).toEqual([]);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '../..');
const FOLDER = join(ROOT, 'lib/rehearsal');
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');
const [, section = ''] = README.split('## How faithful the rehearsal is');
const ROWS = section
  .split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| AWS behaviour'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

const linksIn = (cell = ''): readonly string[] =>
  [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
/** A path in the table as the root of the project sees it. */
const fromRoot = (path: string): string => relative(ROOT, join(FOLDER, path));
const rows = (ROWS ?? []).map(([behaviour = '', how = '', source, rule, cases]) => ({
  behaviour,
  how,
  sources: linksIn(source),
  rules: linksIn(rule).map(fromRoot),
  cases: linksIn(cases).map(fromRoot),
}));
/** Every file below a folder, in the words of the table's links. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true }).map(
    (file) => `${folder}/${String(file).replaceAll('\\', '/')}`,
  );
const codeOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('fidelity table of the rehearsal', () => {
  test('has every rule of the rehearsal', () => {
    const stated = new Set(rows.flatMap(({ rules }) => rules));
    const rules = filesIn('lib/rehearsal').filter((file) => /\/rules\/.*\.ts$/.test(file));
    expect(rules.length).toBeGreaterThan(40);
    expect(rules.filter((rule) => !stated.has(rule))).toEqual([]);
  });

  test('has every table of cases', () => {
    const stated = new Set(rows.flatMap(({ cases }) => cases));
    const tables = filesIn('test/parity').filter((file) => /parity\/.*\/.*\.test\.ts$/.test(file));
    expect(tables.filter((table) => !stated.has(table))).toEqual([]);
  });

  test.each(rows)(
    'states how it is modelled, where that stands and where it is tested: $behaviour',
    (row) => {
      expect(row.how).not.toBe('');
      for (const path of [...row.rules, ...row.cases]) {
        expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
      }
      expect(row.rules).not.toEqual([]);
      expect(row.cases).not.toEqual([]);
    },
  );

  test.each(rows)('names sources that the rule itself follows: $behaviour', ({ sources, rules }) => {
    const code = rules.map(codeOf).join('\n');
    expect(sources).not.toEqual([]);
    expect(sources.filter((source) => !code.includes(`@see ${source}`))).toEqual([]);
  });
});

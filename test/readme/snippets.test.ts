import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseScenario } from '../../lib/rehearsal/scenario/parse-scenario';
import { blocksIn, blocksOf, PAPERS, ROOT } from './papers';

const TYPESCRIPT = blocksIn('ts');
const KNOWN = ['', 'sh', 'ts', 'yaml', 'json', 'mermaid'];

/** What users import, and where it is here. */
const ENTRIES = { understudy: 'lib/index.ts', 'understudy/testing': 'lib/testing/index.ts' };

/** Its package exports no path to it. */
const TSC = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');

/** Beside the packages, so that what snippets import is found. */
const FOLDER = join(ROOT, '.understudy', `snippets-${process.pid}`);

describe('snippets of the papers', () => {
  test('are in languages that are checked here', () => {
    const others = PAPERS.flatMap(blocksOf).filter(({ language }) => !KNOWN.includes(language));
    expect(others).toEqual([]);
  });

  test('in TypeScript compile as one program, strictly', () => {
    expect(TYPESCRIPT.length).toBeGreaterThanOrEqual(4);
    mkdirSync(FOLDER, { recursive: true });
    try {
      TYPESCRIPT.forEach(({ text }, index) => {
        writeFileSync(join(FOLDER, `snippet-${index}.ts`), text);
      });
      writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(tsconfig()));
      const { stdout } = spawnSync(process.execPath, [TSC, '-p', FOLDER], {
        cwd: ROOT,
        encoding: 'utf8',
      });
      expect(inPapers(stdout)).toBe('');
    } finally {
      rmSync(FOLDER, { recursive: true, force: true });
    }
  });

  test.each(blocksIn('yaml').filter(({ text }) => /^faults:/m.test(text)))(
    'are scenario files that can be played: $paper, line $line',
    ({ text, paper }) => {
      expect(parseScenario(text, paper).faults.length).toBeGreaterThan(0);
    },
  );

  test.each([...blocksIn('json'), { paper: 'none', line: 0, text: '{}' }])(
    'in JSON can be parsed: $paper, line $line',
    ({ text }) => {
      expect(() => JSON.parse(text)).not.toThrow();
    },
  );
});

const tsconfig = () => ({
  extends: relative(FOLDER, join(ROOT, 'tsconfig.json')),
  compilerOptions: {
    paths: Object.fromEntries(
      Object.entries(ENTRIES).map(([name, file]) => [name, [relative(FOLDER, join(ROOT, file))]]),
    ),
    // A reader looks at one snippet by itself.
    noUnusedLocals: false,
  },
  include: [
    '*.ts',
    ...['lambda', 'lib'].map((folder) => relative(FOLDER, join(ROOT, `${folder}/**/*.d.ts`))),
  ],
});

/** The compiler's complaints, under the names that a writer knows. */
const inPapers = (said: string): string =>
  said.replaceAll(/\S*snippet-(\d+)\.ts\((\d+)/g, (_, index, line) => {
    const block = TYPESCRIPT[Number(index)];
    return `${block?.paper}(${(block?.line ?? 0) + Number(line)}`;
  });

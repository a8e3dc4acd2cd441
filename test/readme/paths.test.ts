import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PAPERS, proseOf, ROOT } from './papers';

/** For whoever carries the project on: their code spans name places in it. The changelog names what is gone, too. */
const OF_CARRIERS = PAPERS.filter((paper) =>
  /CONTRIBUTING|SECURITY|decisions|^(lib|test)\/.*README/.test(paper),
);

/** Code spans that are paths of this repository, from its root; `<service>` and `*` stand for any name. */
const PATHS = OF_CARRIERS.flatMap((paper) =>
  [...proseOf(paper).matchAll(/`((?:lib|lambda|test|bin|\.github)\/[^`\s]*)`/g)].map(([, path = '']) => ({
    paper,
    path,
  })),
);

/** Whether there is such a place. */
function exists(path: string, from = '.'): boolean {
  const [first = '', ...rest] = path.split('/').filter((part) => part !== '');
  if (first === '') {
    return existsSync(join(ROOT, from));
  }
  const name = new RegExp(`^${first.replaceAll('.', '\\.').replace(/<[\w-]+>|\*/g, '.+')}$`);
  return entriesOf(from).some((entry) => name.test(entry) && exists(rest.join('/'), join(from, entry)));
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(join(ROOT, folder));
  } catch {
    return [];
  }
}

/** A table of folders in a paper: the first cell of each row that is nothing but names of folders. */
const FOLDERS = OF_CARRIERS.flatMap((paper) =>
  [...proseOf(paper).matchAll(/^\| ((?:`[\w./-]+\/`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, folder = '']) => ({ paper, folder })),
  ),
);

describe('papers for those who carry the project on', () => {
  test('name many places', () => {
    expect(PATHS.length).toBeGreaterThan(20);
    expect(FOLDERS.length).toBeGreaterThan(20);
  });

  test.each(PATHS)('name what is there: $path ($paper)', ({ path }) => {
    expect(exists(path)).toBe(true);
  });

  test.each(FOLDERS)('list folders that are there: $folder ($paper)', ({ paper, folder }) => {
    expect([dirname(paper), '.'].some((base) => exists(folder, base))).toBe(true);
  });

  test('would be refused if a place were gone', () => {
    expect(exists('lib/nowhere/')).toBe(false);
    expect(exists('lib/rehearsal/aws/<service>/rules/')).toBe(true);
    expect(exists('lib/rehearsal/aws/<service>/nothing.ts')).toBe(false);
  });
});

describe('map of the code', () => {
  const map = proseOf('lib/README.md').split('\n## Folders\n')[1] ?? '';

  test.each(['lib', 'lambda'])('has every folder of %s', (base) => {
    const folders = readdirSync(join(ROOT, base), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const missing = folders.filter(
      ({ name }) => !map.includes(`\`${base === 'lib' ? '' : 'lambda/'}${name}/`),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

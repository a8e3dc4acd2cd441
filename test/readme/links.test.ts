import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorsOf, PAPERS, proseOf, ROOT, textOf } from './papers';

interface Link {
  readonly paper: string;
  readonly target: string;
}

/** Links and pictures that lead to something in the project. */
const LINKS: readonly Link[] = PAPERS.flatMap((paper) =>
  [...proseOf(paper).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => ({ paper, target }))
    .filter(({ target }) => !/^(https?|mailto):/.test(target)),
);

/** The file that a link leads to, from the root. */
function fileOf({ paper, target }: Link): string {
  const [path = ''] = target.split('#');
  return path === '' ? paper : normalize(join(dirname(paper), path));
}

describe('papers', () => {
  test('are the README, and one beside each part', () => {
    expect(PAPERS).toEqual(
      expect.arrayContaining([
        'README.md',
        'lib/README.md',
        'lib/operator/cli/README.md',
        'lib/rehearsal/README.md',
        'test/README.md',
        'test/bench/README.md',
      ]),
    );
  });

  test('lead to files that exist', () => {
    expect(LINKS.length).toBeGreaterThan(100);
    expect(LINKS.filter((link) => !existsSync(join(ROOT, fileOf(link))))).toEqual([]);
  });

  test('lead to headings that exist', () => {
    const broken = LINKS.filter((link) => {
      const [, anchor] = link.target.split('#');
      return (
        anchor !== undefined && fileOf(link).endsWith('.md') && !anchorsOf(fileOf(link)).includes(anchor)
      );
    });
    expect(broken).toEqual([]);
  });

  test('have no picture without words for those who do not see it', () => {
    expect(PAPERS.filter((paper) => /!\[\s*\]\(/.test(proseOf(paper)))).toEqual([]);
  });

  test.each(PAPERS.filter((paper) => /^- \[[^\]]*\]\(#/m.test(textOf(paper))))(
    'list all their sections at the top: %s',
    (paper) => {
      const sections = [...proseOf(paper).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
      const listed = sections.filter((heading) => proseOf(paper).includes(`[${heading}](#`));
      expect(sections.filter((heading) => !listed.includes(heading))).toEqual([]);
    },
  );
});

describe('README', () => {
  test('is read in one go: at most 250 lines', () => {
    expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(250);
  });

  test('has the sections that messages name', () => {
    const named = [
      'lib/operator/verify/update/refused-aliases.ts',
      'lib/operator/verify/update/refused-records.ts',
    ]
      .concat('lib/operator/verify/update/verify-update.ts')
      .flatMap((file) => [...textOf(file).matchAll(/\(README, "([^"]+)"\)/g)].map(([, heading]) => heading));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((heading) => !textOf('README.md').includes(`\n## ${heading}\n`))).toEqual([]);
  });
});

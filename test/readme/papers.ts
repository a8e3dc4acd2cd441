import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder. */
export const ROOT = join(__dirname, '../..');

/** A fenced block: what its fence says it is, and what it holds. */
export interface Block {
  readonly paper: string;
  /** Of the fence, from 1. */
  readonly line: number;
  /** Empty for quoted output. */
  readonly language: string;
  readonly text: string;
}

/** Everything that users read in Markdown, new files included, by its path from the root. */
export const PAPERS: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md', '.github/**/*.md'],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)));

/** The text of a file of the project. */
export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Every fenced block of a paper, in order; one inside a list is moved to the left. */
export const blocksOf = (paper: string): readonly Block[] =>
  [...textOf(paper).matchAll(/^( *)```(\w*)\n(.*?)^ *```$/gms)].map(
    ({ 1: indent = '', 2: language = '', 3: text = '', index }) => ({
      paper,
      line: textOf(paper).slice(0, index).split('\n').length,
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );

/** The blocks of all papers in a language. */
export const blocksIn = (language: string): readonly Block[] =>
  PAPERS.flatMap(blocksOf).filter((block) => block.language === language);

/** A paper without its fenced blocks. */
export const proseOf = (paper: string): string => textOf(paper).replaceAll(/^ *```.*?^ *```$/gms, '');

/** The ids that GitHub gives to the headings of a paper, doubles aside. */
export const anchorsOf = (paper: string): readonly string[] =>
  [...proseOf(paper).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

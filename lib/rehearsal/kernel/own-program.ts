import type { ForkOptions } from 'node:child_process';
import { extname, join } from 'node:path';

/** A program to fork. */
export interface OwnProgram {
  readonly path: string;
  readonly options: Pick<ForkOptions, 'execArgv'>;
}

const LANGUAGE = extname(__filename);

/**
 * A file of this package that is the program of a process of its own: JavaScript in the package, in its sources
 * TypeScript, which tsx runs.
 * @param name without its extension
 */
export const ownProgram = (directory: string, name: string): OwnProgram => ({
  path: join(directory, `${name}${LANGUAGE}`),
  options: { execArgv: LANGUAGE === '.ts' ? ['--require', require.resolve('tsx/cjs')] : [] },
});

import { join } from 'node:path';
import { buildSync } from 'esbuild';

const ENTRY = join(__dirname, 'script', 'main.ts');

let bundled: string | undefined;

/**
 * The page's script: the same bytes for every store and language, because settings and sentences are in a data
 * block. Bundled once per process.
 */
export const pageScript = (): string => {
  bundled ??= buildSync({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: {},
  }).outputFiles[0]?.text.trim();
  if (bundled === undefined) throw new Error(`${ENTRY}: esbuild made no script of it`);
  return bundled;
};

import { join } from 'node:path';
import { minifySync } from '@swc/core';
import { buildSync } from 'esbuild';

const bundles = new Map<string, string>();

/** A script of the page, bundled once per process. */
const bundle = (entry: string): string => {
  const known = bundles.get(entry);
  if (known !== undefined) return known;
  const entryPoint = join(__dirname, 'script', entry);
  const bundled = buildSync({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    tsconfigRaw: {},
  }).outputFiles[0]?.text;
  if (bundled === undefined) throw new Error(`${entryPoint}: esbuild made no script of it`);
  // It puts functions that are called once where they are called; that is worth 200 bytes of the compressed page.
  const script = minifySync(bundled, { compress: true, mangle: true, module: false }).code.trim();
  bundles.set(entry, script);
  return script;
};

/**
 * The script that watches the store: the same bytes for every store and language, because settings and sentences are
 * in a data block.
 */
export const pageScript = (): string => bundle('main.ts');

/** The script that chooses and switches the language, for a file that speaks several. It runs before the other. */
export const languageScript = (): string => bundle('languages.ts');

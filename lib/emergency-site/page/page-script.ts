import { join } from 'node:path';
import { type Bundle, bundle } from '../../bundling/bundle';
import { cachedBundle } from '../../bundling/bundle-cache';

const SOURCES = join(__dirname, 'script');

const OPTIONS = {
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  tsconfigRaw: {},
} as const;

const MINIFY = { compress: true, mangle: true, module: false } as const;

/** esbuild bundles; swc puts functions that are called once where they are called: 200 bytes of the compressed page. */
const makeScript = (entry: string): Bundle => {
  const { minifySync } = require('@swc/core') as typeof import('@swc/core');
  const { code, sources } = bundle({ ...OPTIONS, entryPoints: [join(SOURCES, entry)] });
  return { code: minifySync(code, MINIFY).code.trim(), sources };
};

const scripts = new Map<string, string>();

/** A script of the page, once per process. */
const script = (entry: string): string => {
  const known = scripts.get(entry);
  if (known !== undefined) return known;
  const made = cachedBundle(JSON.stringify([entry, OPTIONS, MINIFY]), () => makeScript(entry));
  scripts.set(entry, made);
  return made;
};

/**
 * The script that watches the store: the same bytes for every store and language, because settings and sentences are
 * in a data block.
 */
export const pageScript = (): string => script('main.ts');

/** The script that chooses and switches the language, for a file that speaks several. It runs before the other. */
export const languageScript = (): string => script('languages.ts');

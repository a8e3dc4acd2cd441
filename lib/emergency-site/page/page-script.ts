import { join } from 'node:path';
import { type Bundle, bundle } from '../../bundling/bundle';
import { cachedBundle } from '../../bundling/bundle-cache';
import type { EmergencyPageProps } from './emergency-page-props';

const SOURCES = join(__dirname, 'script');

const OPTIONS = {
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  tsconfigRaw: {},
} as const;

/** Constants that the bundler puts in. */
type Define = Readonly<Record<string, string>>;

const MINIFY = { compress: true, mangle: true, module: false } as const;

/** esbuild bundles; swc puts functions that are called once where they are called: 200 bytes of the compressed page. */
const makeScript = (entry: string, define: Define): Bundle => {
  const { minifySync } = require('@swc/core') as typeof import('@swc/core');
  const { code, sources } = bundle({ ...OPTIONS, define, entryPoints: [join(SOURCES, entry)] });
  return { code: minifySync(code, MINIFY).code.trim(), sources };
};

const scripts = new Map<string, string>();

/** A script of the page, once per process. */
const script = (entry: string, define: Define = {}): string => {
  const key = JSON.stringify([entry, define, OPTIONS, MINIFY]);
  const known = scripts.get(key);
  if (known !== undefined) return known;
  const made = cachedBundle(key, () => makeScript(entry, define));
  scripts.set(key, made);
  return made;
};

/**
 * The script that watches the store: the same bytes for every store and language, because settings and sentences are
 * in a data block. Only what belongs to an offer is left out where there is none.
 */
export const pageScript = ({ offer }: Pick<EmergencyPageProps, 'offer'>): string =>
  script('main.ts', { OFFER: String(offer !== undefined) });

/** The script that chooses and switches the language, for a file that speaks several. It runs before the other. */
export const languageScript = (): string => script('languages.ts');

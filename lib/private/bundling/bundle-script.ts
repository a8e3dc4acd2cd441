import { type Bundle, bundle } from './bundle';

const BUNDLE = {
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  tsconfigRaw: {},
} as const;

const MINIFY = { compress: true, mangle: true, module: false } as const;

/** Everything besides the sources that affects a script. */
export const SCRIPT_OPTIONS = { ...BUNDLE, ...MINIFY };

/**
 * A script of the emergency page. esbuild bundles; swc puts functions that are called once where they are called: 200
 * bytes of the compressed page.
 *
 * @param define what stands for names in it, as JavaScript
 */
export function bundleScript(entry: string, define: Readonly<Record<string, string>>): Bundle {
  const { minifySync } = require('@swc/core') as typeof import('@swc/core');
  const { code, sources } = bundle({ ...BUNDLE, define, entryPoints: [entry] });
  return { code: minifySync(code, MINIFY).code.trim(), sources };
}

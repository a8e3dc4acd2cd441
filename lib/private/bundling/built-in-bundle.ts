import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { BuiltIn } from './built-in';

/** In the package this file is JavaScript, and the bundles lie beside `lib/`. */
const IS_SOURCE = extname(__filename) === '.ts';
const BUNDLES = join(__dirname, '..', '..', '..', 'bundles');

/**
 * A bundle that comes with Understudy: read from the package, or made of the sources. Nothing else knows which, and the
 * text is the same.
 */
export const builtInBundle = (name: BuiltIn): string =>
  IS_SOURCE ? fromSource(name) : readFileSync(join(BUNDLES, `${name}.js`), 'utf8');

/** Loaded on demand, and described here, so that the package has neither this file nor what it needs. */
function fromSource(name: BuiltIn): string {
  const { bundleFromSource } = require('./from-source') as { bundleFromSource(name: BuiltIn): string };
  return bundleFromSource(name);
}

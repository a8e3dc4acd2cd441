import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The functions that come with Understudy, by their place in `lambda/`. */
export type BuiltInFunction =
  | 'status-update/index'
  | 'chat-ack/index'
  | 'channels/amazon-q'
  | 'channels/pager-duty'
  | 'channels/slack'
  | 'channels/teams';

/** The CloudFront Functions, by their place in `lambda/`. */
export type BuiltInEdgeFunction =
  | 'emergency-response/viewer-request'
  | 'emergency-response/viewer-response'
  | 'store-request/viewer-request';

/** The scripts of the emergency page. */
export type BuiltInScript = 'page/main' | 'page/main-with-offer' | 'page/languages';

/** Everything that is bundled before it is deployed. */
export type BuiltIn = BuiltInFunction | BuiltInEdgeFunction | BuiltInScript;

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

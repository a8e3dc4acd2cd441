import { join } from 'node:path';
import type { BuiltIn, BuiltInEdgeFunction, BuiltInFunction } from './built-in';
import { bundle } from './bundle';
import { cachedBundle } from './bundle-cache';
import { BUNDLE_OPTIONS, bundleFunction } from './bundle-function';
import { bundleScript, SCRIPT_OPTIONS } from './bundle-script';
import { EDGE_OPTIONS } from './edge-options';

const ROOT = join(__dirname, '..', '..', '..');
const sourceOf = (name: BuiltInFunction | BuiltInEdgeFunction): string => join(ROOT, 'lambda', `${name}.ts`);
const PAGE_SCRIPTS = join(ROOT, 'lib', 'page', 'script');

const lambdaFunction = (name: BuiltInFunction) => (): string =>
  cachedBundle(`${sourceOf(name)}${BUNDLE_OPTIONS}`, () => bundleFunction(sourceOf(name)));

const edgeFunction = (name: BuiltInEdgeFunction) => (): string => {
  const options = { ...EDGE_OPTIONS, entryPoints: [sourceOf(name)] };
  return cachedBundle(JSON.stringify(options), () => bundle(options));
};

const pageScript =
  (file: string, define: Readonly<Record<string, string>> = {}) =>
  (): string => {
    const entry = join(PAGE_SCRIPTS, file);
    return cachedBundle(JSON.stringify([entry, define, SCRIPT_OPTIONS]), () => bundleScript(entry, define));
  };

/** How each is made. */
const MAKERS: Readonly<Record<BuiltIn, () => string>> = {
  'status-update/index': lambdaFunction('status-update/index'),
  'chat-ack/index': lambdaFunction('chat-ack/index'),
  'channels/amazon-q': lambdaFunction('channels/amazon-q'),
  'channels/pager-duty': lambdaFunction('channels/pager-duty'),
  'channels/slack': lambdaFunction('channels/slack'),
  'channels/teams': lambdaFunction('channels/teams'),
  'emergency-response/viewer-request': edgeFunction('emergency-response/viewer-request'),
  'emergency-response/viewer-response': edgeFunction('emergency-response/viewer-response'),
  'store-request/viewer-request': edgeFunction('store-request/viewer-request'),
  'page/main': pageScript('main.ts', { OFFER: 'false' }),
  'page/main-with-offer': pageScript('main.ts', { OFFER: 'true' }),
  'page/languages': pageScript('languages.ts'),
};

/** Everything that the package brings along ready-made. */
export const BUILT_IN = Object.keys(MAKERS) as readonly BuiltIn[];

const made = new Map<BuiltIn, string>();

/** A bundle, made of the sources of this repository once per process. @throws Error from esbuild, naming file and line */
export function bundleFromSource(name: BuiltIn): string {
  const text = made.get(name) ?? MAKERS[name]();
  made.set(name, text);
  return text;
}

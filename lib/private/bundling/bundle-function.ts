import type { BuildOptions } from 'esbuild';
import { type Bundle, bundle } from './bundle';

/** Ways to find credentials that Lambda does not use: it sets them in the environment. The SDK loads them on demand. */
const UNUSED_CREDENTIAL_PROVIDERS = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

const COMMON: BuildOptions = {
  platform: 'node',
  target: 'node24',
  // The ES modules of the SDK can be shaken; its CommonJS files can't, and are a third larger.
  mainFields: ['module', 'main'],
  external: UNUSED_CREDENTIAL_PROVIDERS,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Everything in one file, still readable and still made of ES modules, so that it can be shaken once more. */
const WHOLE: BuildOptions = { ...COMMON, format: 'esm' };

/** One CommonJS file with everything in it, so that it runs the same in Lambda and in a rehearsal. */
const SMALL: BuildOptions = {
  ...COMMON,
  minify: true,
  format: 'cjs',
  // A file that runs in a sandbox of its own can `require`, but not `import()`.
  supported: { 'dynamic-import': false },
};

/** Everything besides its sources that affects a bundle. */
export const BUNDLE_OPTIONS = JSON.stringify([WHOLE, SMALL]);

/**
 * Bundles a function with esbuild, in two passes: the SDK's descriptions of operations use constants as computed
 * keys, which esbuild takes for side effects, so it keeps every operation of a service. With the constants in place
 * of their names the second pass drops what is not used, a tenth of the bundle and half of its start.
 *
 * @param directory from which paths are told. @default - the folder of this package
 * @throws Error from esbuild, naming file and line
 */
export function bundleFunction(entry: string, directory?: string): Bundle {
  const from = directory === undefined ? {} : { absWorkingDir: directory };
  const { code, sources } = bundle({ ...WHOLE, ...from, entryPoints: [entry] });
  const contents = withLiteralKeys(code);
  return { ...bundle({ ...SMALL, stdin: { contents, resolveDir: __dirname, loader: 'js' } }), sources };
}

/** JavaScript with `{ [_a]: 1 }` as `{ "alpha": 1 }` where the file says `var _a = "alpha";` at its top level. */
function withLiteralKeys(code: string): string {
  const constants = new Map(
    Array.from(code.matchAll(/^(?:var|const) (_\w+) = ("(?:[^"\\]|\\.)*");$/gm), ([, name, text]) => [
      name,
      text,
    ]),
  );
  return code.replace(/\[(_\w+)\]: /g, (key, name: string) =>
    constants.has(name) ? `${constants.get(name)}: ` : key,
  );
}

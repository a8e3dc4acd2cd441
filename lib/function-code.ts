import { join } from 'node:path';
import { DockerImage, FileSystem } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';

const ROOT = join(__dirname, '..');

/** What a function is bundled from. */
export interface FunctionSources {
  /** The file that exports `handler`. */
  readonly entry: string;
  /** The folder that holds all sources of the function, its own and those it shares. A change there bundles anew. */
  readonly directory: string;
}

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

/** One CommonJS file with everything in it, so that it runs the same in Lambda and in a rehearsal. */
const BUILD: BuildOptions = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  // The ES modules of the SDK can be shaken; its CommonJS files can't, and are a third larger.
  mainFields: ['module', 'main'],
  external: UNUSED_CREDENTIAL_PROVIDERS,
  legalComments: 'none',
  // A file that runs in a sandbox of its own can `require`, but not `import()`.
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
};

/**
 * A function's code, bundled by esbuild in this process. `NodejsFunction` would start esbuild through npx and bundle on
 * each synth, which takes about three times as long; here a synth with unchanged sources and dependencies reuses the
 * file in the cloud assembly.
 *
 * @throws Error from esbuild at synth, naming file and line
 */
export function functionCode({ entry, directory }: FunctionSources): Code {
  return Code.fromAsset(directory, {
    assetHash: fingerprint(entry, directory),
    bundling: {
      // Never pulled: bundling is local and its failure is an error.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (output) => {
          buildSync({ ...BUILD, entryPoints: [entry], outfile: join(output, 'index.js') });
          return true;
        },
      },
    },
  });
}

/** Changes with anything that goes into the bundle: sources, locked dependencies, options. */
function fingerprint(entry: string, directory: string): string {
  const lockFile = FileSystem.fingerprint(join(ROOT, 'package-lock.json'));
  const extraHash = `${lockFile}${JSON.stringify(BUILD.external)}${entry.slice(directory.length)}`;
  return FileSystem.fingerprint(directory, { extraHash });
}

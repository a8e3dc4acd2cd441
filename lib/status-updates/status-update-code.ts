import { join } from 'node:path';
import { DockerImage, FileSystem } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';

const ROOT = join(__dirname, '..', '..');
const SOURCE = join(ROOT, 'lambda', 'status-update');

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
  entryPoints: [join(SOURCE, 'index.ts')],
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
 * The status-update function's code, bundled by esbuild in this process. `NodejsFunction` would start esbuild through
 * npx and bundle on each synth, which takes about three times as long; here a synth with unchanged sources and
 * dependencies reuses the file in the cloud assembly.
 */
export function statusUpdateCode(): Code {
  return Code.fromAsset(SOURCE, {
    assetHash: fingerprint(),
    bundling: {
      // Never pulled: bundling is local and its failure is an error.
      image: DockerImage.fromRegistry('none'),
      local: { tryBundle: bundle },
    },
  });
}

/** Bundles into `directory`. @throws Error from esbuild, naming file and line */
function bundle(directory: string): boolean {
  buildSync({ ...BUILD, outfile: join(directory, 'index.js') });
  return true;
}

/** Changes with anything that goes into the bundle: sources, locked dependencies, options. */
function fingerprint(): string {
  const lockFile = FileSystem.fingerprint(join(ROOT, 'package-lock.json'));
  return FileSystem.fingerprint(SOURCE, { extraHash: `${lockFile}${JSON.stringify(BUILD.external)}` });
}

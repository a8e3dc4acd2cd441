import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerImage, FileSystem } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { lockedDependencies } from './bundle-cache';
import { BUNDLE_OPTIONS, bundleFunction } from './bundle-function';

/** What a function is bundled from. */
export interface FunctionSources {
  /** The file that exports `handler`. */
  readonly entry: string;
  /** The folder that holds all sources of the function, its own and those it shares. A change there bundles anew. */
  readonly directory: string;
}

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
          writeFileSync(join(output, 'index.js'), bundleFunction(entry));
          return true;
        },
      },
    },
  });
}

/** Changes with anything that goes into the bundle: sources, locked dependencies, options. */
function fingerprint(entry: string, directory: string): string {
  const extraHash = `${lockedDependencies()}${BUNDLE_OPTIONS}${entry.slice(directory.length)}`;
  return FileSystem.fingerprint(directory, { extraHash });
}

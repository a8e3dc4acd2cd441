import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleFunction } from './bundle-function';

/** A function of one's own. */
export interface OwnFunction {
  /** The file that exports `handler`, in TypeScript or JavaScript. esbuild bundles it with everything that it imports. */
  readonly entry: string;
}

/**
 * Bundles a function that does not come with Understudy.
 *
 * @param owner the prop that has it, such as `onCall.channels "matrix"`
 * @throws Error at synth, naming `owner`, when the file is not there or esbuild is not installed; from esbuild, naming
 * file and line, when the code can't be bundled
 */
export function bundleOwnFunction(owner: string, { entry }: OwnFunction, deps = { isInstalled }): string {
  const file = resolve(entry);
  if (!existsSync(file)) {
    throw new Error(
      `${owner}: sources.entry must be a file, got ${JSON.stringify(entry)}; name the one that exports handler, such as join(__dirname, "channel.ts")`,
    );
  }
  if (!deps.isInstalled('esbuild')) {
    throw new Error(`${owner}: esbuild bundles ${entry}, but it is not installed; run npm i -D esbuild`);
  }
  return bundleFunction(file, process.cwd()).code;
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

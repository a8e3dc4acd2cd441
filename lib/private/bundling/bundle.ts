import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

const ROOT = join(__dirname, '..', '..', '..');

/** What esbuild made, and of what. */
export interface Bundle {
  readonly code: string;
  /** The files that are in it, relative to the working folder, except for what is in `node_modules`. */
  readonly sources: readonly string[];
}

/**
 * Bundles one file with esbuild. esbuild is loaded here and not with this module: a synth that finds all its bundles
 * made already needs neither its code nor its process.
 *
 * @param options `absWorkingDir` is the folder of this package unless another is given
 * @throws Error from esbuild, naming file and line; from Node.js when esbuild is not installed
 */
export function bundle(options: BuildOptions): Bundle {
  const { buildSync } = require('esbuild') as typeof import('esbuild');
  const result = buildSync({ absWorkingDir: ROOT, ...options, bundle: true, write: false, metafile: true });
  const sources = Object.keys(result.metafile.inputs).filter((path) => !path.includes('node_modules/'));
  return { code: result.outputFiles[0]?.text ?? '', sources };
}

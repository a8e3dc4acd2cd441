import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUILT_IN, bundleFromSource } from '../private/bundling/from-source';
import { copyAssets } from './copy-assets';
import { packageFacts } from './package-facts';

const ROOT = join(__dirname, '..', '..');
const DIST = join(ROOT, 'dist');
const COMMAND = join(DIST, 'bin', 'cli.js');

/** Puts beside the compiled code what else the package consists of. */
function completePackage(): void {
  for (const name of BUILT_IN) {
    write(join('bundles', `${name}.js`), bundleFromSource(name));
  }
  copyAssets(join(ROOT, 'lib'), join(DIST, 'lib'));
  write('package.json', packageFacts(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  makeExecutable();
}

function write(path: string, text: string): void {
  const file = join(DIST, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The source runs by tsx, the package by Node.js alone. */
function makeExecutable(): void {
  writeFileSync(COMMAND, readFileSync(COMMAND, 'utf8').replace(/^#!.*/, '#!/usr/bin/env node'));
  chmodSync(COMMAND, 0o755);
}

// The program of `npm run build`, after the compiler.
completePackage();

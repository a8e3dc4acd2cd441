import { chmodSync, cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { BUILT_IN, bundleFromSource } from '../private/bundling/from-source';

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

/**
 * The `package.json` beside the compiled code: what the code reads of the package, and which kind of modules it is made
 * of. It stands where the sources expect the real one, one folder above `lib/`.
 */
function packageFacts(manifest: string): string {
  const { version, type, peerDependencies } = JSON.parse(manifest);
  return `${JSON.stringify({ version, type, peerDependencies }, undefined, 2)}\n`;
}

/** What the code reads as it runs: styles, the script of the control page, scenarios. */
const ASSETS = ['.css', '.js', '.yaml'];

/** Copies files that the compiler leaves where they are. */
const copyAssets = (from: string, to: string): void =>
  cpSync(from, to, {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || ASSETS.includes(extname(path)),
  });

// The program of `npm run build`, after the compiler.
completePackage();

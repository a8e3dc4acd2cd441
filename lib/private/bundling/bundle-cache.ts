import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bundle } from './bundle';

const ROOT = join(__dirname, '..', '..', '..');
/** Where tools keep what they can make again at any time; `npm ci` clears it. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'understudy');

interface Entry {
  readonly code: string;
  /** Hashes of the bundle's sources, by path. */
  readonly sources: Readonly<Record<string, string | undefined>>;
}

/**
 * A bundle that was made before, as long as each of its sources, the locked dependencies and `key` are the same; else
 * a new one. It is the same either way, so nothing but time depends on the cache.
 *
 * @param key what else decides on the bundle: the entry point and all options
 * @param directory where bundles are kept. @default node_modules/.cache/understudy
 * @throws Error whatever `make` throws, which is then not kept
 */
export function cachedBundle(key: string, make: () => Bundle, directory = CACHE): string {
  const file = join(directory, `${hash(key + lockedDependencies())}.json`);
  const known = readEntry(file);
  if (known !== undefined && isFresh(known)) {
    return known.code;
  }
  const { code, sources } = make();
  writeEntry(file, { code, sources: Object.fromEntries(sources.map((path) => [path, hashOf(path)])) });
  return code;
}

const isFresh = ({ sources }: Entry): boolean =>
  Object.entries(sources).every(([path, known]) => hashOf(path) === known);

function readEntry(file: string): Entry | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Not there, or not what was written: built again either way.
    return undefined;
  }
}

/** Two syntheses may run at a time: the entry appears at once, whole. */
function writeEntry(file: string, entry: Entry): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify(entry));
    renameSync(draft, file);
  } catch {
    // A read-only installation bundles on each synth.
  }
}

/** @returns undefined when there is no such file any more */
function hashOf(path: string): string | undefined {
  try {
    return hash(readFileSync(join(ROOT, path)));
  } catch {
    return undefined;
  }
}

let locked: string | undefined;
/** Hash of the versions of all dependencies, the bundler among them. */
function lockedDependencies(): string {
  locked ??= hash(readFileSync(join(ROOT, 'package-lock.json')));
  return locked;
}

const hash = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

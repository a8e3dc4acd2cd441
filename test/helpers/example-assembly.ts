import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { APP_CONTEXT } from './store-props';

const ROOT = join(__dirname, '../..');
const CACHE = join(tmpdir(), 'understudy-test-assemblies');
/** What an assembly is made of. The rehearsal only reads assemblies. */
const SOURCES = ['bin', 'cdk.json', 'package-lock.json', 'lambda', 'lib'];
const NOT_A_SOURCE = /^lib\/rehearsal\//;

const execute = promisify(execFile);
const underWay = new Map<string, Promise<string>>();

/**
 * The cloud assembly of the example app, with real bundles. Synthesized once per state of the sources: the folder is
 * named after their hash and appears at once, so that test files which run side by side can share it. Read only.
 */
export function exampleAssembly(topology: 'edge' | 'dns'): Promise<string> {
  const known = underWay.get(topology) ?? findOrSynthesize(topology);
  underWay.set(topology, known);
  return known;
}

async function findOrSynthesize(topology: string): Promise<string> {
  const directory = join(CACHE, `${topology}-${await hashOfSources()}`);
  if (existsSync(directory)) {
    return directory;
  }
  await mkdir(CACHE, { recursive: true });
  const outdir = await mkdtemp(join(CACHE, 'synth-'));
  try {
    await synthesize(outdir, topology);
    await rename(outdir, directory);
  } catch (error) {
    await rm(outdir, { recursive: true });
    // Another test file may have been faster.
    if (!existsSync(directory)) {
      throw error;
    }
  }
  return directory;
}

/** Runs the app as the CDK CLI does: context and output folder come in the environment. */
async function synthesize(outdir: string, topology: string): Promise<void> {
  await execute(process.execPath, ['--import', 'tsx', 'bin/understudy.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...APP_CONTEXT, topology }),
    },
  });
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesOf(source)) {
      hash.update(file).update(await readFile(join(ROOT, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(source: string): Promise<readonly string[]> {
  if (/\.\w+$/.test(source)) {
    return [source];
  }
  const entries = await readdir(join(ROOT, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((file) => !NOT_A_SOURCE.test(file))
    .sort();
}

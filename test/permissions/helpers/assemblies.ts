import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleAssembly } from '../../helpers/example-assembly';
import { APP_CONTEXT } from '../../helpers/store-props';

const ROOT = join(__dirname, '../../..');
const made: string[] = [];

/** The example in both topologies, and the store with every worry, which has channels and a second contact too. */
export const ASSEMBLIES = ['edge', 'dns', 'every-worry'] as const;
export type AssemblyName = (typeof ASSEMBLIES)[number];

export async function assemblyOf(name: AssemblyName): Promise<string> {
  return name === 'every-worry' ? everyWorry() : exampleAssembly(name);
}

function everyWorry(): string {
  const directory = mkdtempSync(join(tmpdir(), 'understudy-every-worry-'));
  made.push(directory);
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/every-worry.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      CDK_OUTDIR: directory,
      CDK_CONTEXT_JSON: JSON.stringify(APP_CONTEXT),
    },
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return directory;
}

/** Removes what was made. */
export function removeAssemblies(): void {
  for (const directory of made.splice(0)) {
    rmSync(directory, { recursive: true });
  }
}

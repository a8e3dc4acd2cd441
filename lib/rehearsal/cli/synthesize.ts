import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RehearsalError } from '../kernel/errors';
import { assemblyFolder, type Topology } from './assembly-folder';
import { missesNothing } from './misses-nothing';
import { appIn, plainNodeApp } from './plain-node-app';
import { sharedSynth } from './shared-synth';

/**
 * Synthesizes an app: once for each topology, or once as it is where there are none.
 * @param app its command line. @default - that of this folder's `cdk.json`
 * @returns the assemblies' folders, in the order of the topologies
 * @throws RehearsalError SYNTH_FAILED with what the CLI said
 */
export type Synthesize = (topologies: readonly Topology[], app?: string) => Promise<readonly string[]>;

/**
 * By the CDK CLI, in the environment of this process: an app may look for its context or a profile there. Several
 * topologies at once where that is possible, for to load aws-cdk-lib takes longer than to synthesize.
 */
export const synthesize: Synthesize = async (topologies, app) => {
  if (topologies.length === 0) {
    return [await synthesizeOne(undefined, app)];
  }
  const together = topologies.length > 1 && (await synthesizeTogether(topologies, app));
  return together
    ? topologies.map(assemblyFolder)
    : Promise.all(topologies.map((topology) => synthesizeOne(topology, app)));
};

async function synthesizeOne(topology: Topology | undefined, app: string | undefined): Promise<string> {
  const { code, said } = await cdkSynth(topology, app);
  const which = topology === undefined ? '' : ` for topology ${topology}`;
  if (code !== 0) {
    throw new RehearsalError('SYNTH_FAILED', `cdk synth failed${which}:\n${said.trim()}`);
  }
  return assemblyFolder(topology);
}

/**
 * The CLI prepares everything for the first topology, and the app's process goes on with the others.
 * @returns whether it worked; where it did not, a synth of its own for each topology tells what is wrong
 */
async function synthesizeTogether(
  topologies: readonly Topology[],
  app: string | undefined,
): Promise<boolean> {
  const [first, ...others] = topologies;
  const program = plainNodeApp(app ?? appIn(ownConfig()));
  if (program === undefined) {
    return false;
  }
  for (const topology of others) {
    rmSync(join(assemblyFolder(topology), 'manifest.json'), { force: true });
  }
  const { code } = await cdkSynth(first, sharedSynth(program, topologies));
  // The CLI looks up what the first assembly misses; for the others nobody does.
  return code === 0 && others.every((topology) => missesNothing(assemblyFolder(topology)));
}

/** As text. @returns undefined where this folder has none */
function ownConfig(): string | undefined {
  try {
    return readFileSync('cdk.json', 'utf8');
  } catch {
    return undefined;
  }
}

/** What became of a process. */
interface Ended {
  readonly code: number | null;
  /** On both of its outputs. */
  readonly said: string;
}

function cdkSynth(topology: Topology | undefined, app: string | undefined): Promise<Ended> {
  const args = ['synth', '--quiet', '--output', assemblyFolder(topology)];
  if (topology !== undefined) {
    args.push('--context', `topology=${topology}`);
  }
  if (app !== undefined) {
    args.push('--app', app);
  }
  return run(process.execPath, [require.resolve('aws-cdk/bin/cdk'), ...args]);
}

function run(command: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

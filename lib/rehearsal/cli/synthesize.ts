import { spawn } from 'node:child_process';
import { RehearsalError } from '../errors';
import { assemblyFolder, type Topology } from './assembly-folder';

/**
 * Synthesizes an app: once for each topology, or once as it is where there are none.
 * @param app its command line. @default - that of this folder's `cdk.json`
 * @returns the assemblies' folders, in the order of the topologies
 * @throws RehearsalError SYNTH_FAILED with what the CLI said
 */
export type Synthesize = (topologies: readonly Topology[], app?: string) => Promise<readonly string[]>;

/** By the CDK CLI, in the environment of this process: an app may look for its context or a profile there. */
export const synthesize: Synthesize = (topologies, app) =>
  topologies.length === 0
    ? Promise.all([synthesizeOne(undefined, app)])
    : Promise.all(topologies.map((topology) => synthesizeOne(topology, app)));

async function synthesizeOne(topology: Topology | undefined, app: string | undefined): Promise<string> {
  const output = assemblyFolder(topology);
  const args = ['synth', '--quiet', '--output', output];
  if (topology !== undefined) args.push('--context', `topology=${topology}`);
  if (app !== undefined) args.push('--app', app);
  const { code, said } = await run(process.execPath, [require.resolve('aws-cdk/bin/cdk'), ...args]);
  const which = topology === undefined ? '' : ` for topology ${topology}`;
  if (code !== 0) throw new RehearsalError('SYNTH_FAILED', `cdk synth failed${which}:\n${said.trim()}`);
  return output;
}

function run(
  command: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly said: string }> {
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

import { spawn } from 'node:child_process';
import { RehearsalError } from '../errors';

/** Where a rehearsal puts what it synthesizes. */
export const assemblyFolder = (topology: 'edge' | 'dns'): string => `cdk.out.${topology}`;

/**
 * Synthesizes this folder's app.
 * @returns the assembly's folder
 * @throws RehearsalError SYNTH_FAILED with what the CLI said
 */
export type Synthesize = (topology: 'edge' | 'dns') => Promise<string>;

/** By the CDK CLI, in the environment of this process: an app may look for its context or a profile there. */
export const synthesize: Synthesize = async (topology) => {
  const output = assemblyFolder(topology);
  const args = ['synth', '--quiet', '--context', `topology=${topology}`, '--output', output];
  const { code, said } = await run(process.execPath, [require.resolve('aws-cdk/bin/cdk'), ...args]);
  if (code !== 0)
    throw new RehearsalError('SYNTH_FAILED', `cdk synth failed for topology ${topology}:\n${said.trim()}`);
  return output;
};

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

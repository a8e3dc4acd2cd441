import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../../cli/cli-error';
import { failedValidation } from '../assembly/failed-validation';
import { topologyOf } from '../world/blueprint';
import type { CliOptions } from './options';
import type { Synthesize } from './synthesize';

/**
 * The assemblies to rehearse: the given one, or this folder's app, synthesized once per topology.
 * @throws CliError when a folder that was named holds no assembly
 * @throws RehearsalError SYNTH_FAILED
 */
export async function findAssemblies(
  options: CliOptions,
  stderr: Pick<NodeJS.WriteStream, 'write'>,
  synthesize: Synthesize,
): Promise<readonly string[]> {
  const { app, compare } = options;
  for (const [option, directory] of Object.entries({ '--app': app, '--compare': compare })) {
    if (directory === undefined) continue;
    requireAssembly(option, directory);
    stderr.write(warnOfValidation(option, directory));
  }
  if (app !== undefined) return [app];
  const topologies = topologiesOf(options);
  stderr.write(`Synthesizing ${topologies.join(' and ')} ...\n`);
  return Promise.all(topologies.map((topology) => synthesize(topology)));
}

function requireAssembly(option: string, directory: string): void {
  if (existsSync(join(directory, 'manifest.json'))) return;
  throw new CliError(
    `${option}: no cloud assembly there, got ${directory}; pass a folder that cdk synth wrote, such as cdk.out`,
  );
}

/** Somebody may rehearse what was never fit to be deployed. */
function warnOfValidation(option: string, directory: string): string {
  const found = failedValidation(directory).map((line) => `  ${line}\n`);
  return found.length === 0
    ? ''
    : `Warning: ${option}: failed validation when it was synthesized, got ${directory}; mend this and run cdk synth again:\n${found.join('')}`;
}

/** Like is compared with like. */
function topologiesOf({ topology, compare, choice }: CliOptions): readonly ('edge' | 'dns')[] {
  if (compare !== undefined) return [topologyOf(compare, choice) === 'dns' ? 'dns' : 'edge'];
  return topology === 'both' ? ['edge', 'dns'] : [topology];
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { topologyOf } from '../world/blueprint';
import { type CliOptions, UsageError } from './options';
import type { Synthesize } from './synthesize';

/**
 * The assemblies to rehearse: the given one, or this folder's app, synthesized once per topology.
 * @throws UsageError when a folder that was named holds no assembly
 * @throws RehearsalError SYNTH_FAILED
 */
export async function findAssemblies(
  options: CliOptions,
  stderr: Pick<NodeJS.WriteStream, 'write'>,
  synthesize: Synthesize,
): Promise<readonly string[]> {
  const { app, compare } = options;
  if (app !== undefined) requireAssembly('--app', app);
  if (compare !== undefined) requireAssembly('--compare', compare);
  if (app !== undefined) return [app];
  const topologies = topologiesOf(options);
  stderr.write(`Synthesizing ${topologies.join(' and ')} ...\n`);
  return Promise.all(topologies.map((topology) => synthesize(topology)));
}

function requireAssembly(option: string, directory: string): void {
  if (existsSync(join(directory, 'manifest.json'))) return;
  throw new UsageError(
    `${option}: no cloud assembly there, got ${directory}; pass a folder that cdk synth wrote, such as cdk.out`,
  );
}

/** Like is compared with like. */
function topologiesOf({ topology, compare, choice }: CliOptions): readonly ('edge' | 'dns')[] {
  if (compare !== undefined) return [topologyOf(compare, choice) === 'dns' ? 'dns' : 'edge'];
  return topology === 'both' ? ['edge', 'dns'] : [topology];
}

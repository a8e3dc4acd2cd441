import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../../command-line/cli-error';
import { failedValidation } from '../aws/assembly/failed-validation';
import { topologyOf } from '../play/world/prepared-assembly';
import { appTopologies } from './app-topologies';
import type { Topology } from './assembly-folder';
import { isCommandLine } from './is-command-line';
import type { CliOptions } from './options';
import type { Synthesize } from './synthesize';

/**
 * The assemblies to rehearse: the given one; or else an app's, synthesized once, or once for each of its topologies.
 * @throws CliError when a folder that was named holds no assembly
 * @throws RehearsalError SYNTH_FAILED
 */
export async function findAssemblies(
  options: CliOptions,
  stderr: Pick<NodeJS.WriteStream, 'write'>,
  synthesize: Synthesize,
): Promise<readonly string[]> {
  const app = isCommandLine(options.app) ? undefined : options.app;
  for (const [option, directory] of Object.entries({ '--app': app, '--compare': options.compare })) {
    if (directory === undefined) {
      continue;
    }
    requireAssembly(option, directory);
    stderr.write(warnOfValidation(option, directory));
  }
  if (app !== undefined) {
    requireNoTopology(options);
    return [app];
  }
  const topologies = topologiesOf(options);
  stderr.write(`Synthesizing ${topologies.length === 0 ? '' : `${topologies.join(' and ')} `}...\n`);
  return synthesize(topologies, options.app);
}

function requireAssembly(option: string, directory: string): void {
  if (existsSync(join(directory, 'manifest.json'))) {
    return;
  }
  const other = option === '--app' ? ', or a command line such as "npx tsx bin/app.ts"' : '';
  throw new CliError(
    `${option}: no cloud assembly there, got ${directory}; pass a folder that cdk synth wrote, such as cdk.out${other}`,
  );
}

function requireNoTopology({ topology }: CliOptions): void {
  if (topology === undefined) {
    return;
  }
  throw new CliError(
    '--topology: not possible with an assembly as --app, which has one already; leave one of them out',
  );
}

/** Somebody may rehearse what was never fit to be deployed. */
function warnOfValidation(option: string, directory: string): string {
  const found = failedValidation(directory).map((line) => `  ${line}\n`);
  return found.length === 0
    ? ''
    : `Warning: ${option}: failed validation when it was synthesized, got ${directory}; mend this and run cdk synth again:\n${found.join('')}`;
}

/** What to synthesize. Empty: the app as it is, once. */
function topologiesOf({ app, topology, compare, choice, live }: CliOptions): readonly Topology[] {
  if (topology === 'both') {
    return ['edge', 'dns'];
  }
  if (topology !== undefined) {
    return [topology];
  }
  // A command line is an app of one's own, whatever cdk.json says of another.
  const possible = app === undefined ? appTopologies(process.cwd()) : [];
  if (compare === undefined) {
    return live ? possible.slice(0, 1) : possible;
  }
  // Like is compared with like.
  const other = topologyOf(compare, choice) === 'dns' ? 'dns' : 'edge';
  return possible.includes(other) ? [other] : possible.slice(0, 1);
}

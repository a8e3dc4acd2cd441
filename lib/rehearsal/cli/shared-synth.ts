import { ownProgram } from '../kernel/own-program';
import { assemblyFolder, type Topology } from './assembly-folder';

const PROGRAM = ownProgram(__dirname, 'synth-process');

/**
 * What the CDK CLI runs in place of an app: the app in one process, once for each topology.
 * @param app its program
 */
export const sharedSynth = (app: string, topologies: readonly Topology[]): string =>
  [
    process.execPath,
    ...(PROGRAM.options.execArgv ?? []),
    ...[PROGRAM.path, app],
    ...topologies.map((topology) => `${topology}=${assemblyFolder(topology)}`),
  ]
    .map(quoted)
    .join(' ');

/** Only where it must be: the CLI takes the quotes off a text that begins and ends with one. */
const quoted = (part: string): string => (/^[\w./:=@+-]+$/.test(part) ? part : JSON.stringify(part));

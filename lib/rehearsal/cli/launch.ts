import { type ChildProcess, fork } from 'node:child_process';
import { EXIT, type ExitCode } from '../../command-line/cli-error';
import { ownProgram } from '../kernel/own-program';
import type { Topology } from './assembly-folder';
import { cleanEnvironment } from './clean-environment';
import { synthesize } from './synthesize';

const PROGRAM = ownProgram(__dirname, 'rehearse-process');

/** What the process that plays asks for: its own environment is too bare for the app. */
export interface SynthRequest {
  /** Empty: the app as it is, once. */
  readonly topologies: readonly Topology[];
}

/** How the app was synthesized. */
export type SynthAnswer =
  | { readonly kind: 'synthesized'; readonly directories: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string };

const TOPOLOGIES: readonly Topology[] = ['edge', 'dns'];

/** A terminal sends the first to both processes, the others to nobody else. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Rehearses in a process with a cleaned environment, which has this one's terminal. Only the app is synthesized here, with
 * the environment that its developer has set up for it.
 * @param args what is behind the command's name
 * @param app the command line of the app that may be synthesized. @default - that of this folder's `cdk.json`
 * @returns the exit code
 */
export async function launch(args: readonly string[], app?: string): Promise<ExitCode> {
  const child = fork(PROGRAM.path, [...args], {
    ...PROGRAM.options,
    env: cleanEnvironment(process.env),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', async (request: SynthRequest) => {
    const answered = await answer(request, app);
    if (child.connected) {
      child.send(answered);
    }
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) {
    process.on(signal, pass);
  }
  try {
    return await exitCodeOf(child);
  } finally {
    for (const signal of SIGNALS) {
      process.off(signal, pass);
    }
  }
}

/** The process that asks runs code of an assembly, so that a question may be anything: it never names what is run. */
async function answer({ topologies }: SynthRequest, app: string | undefined): Promise<SynthAnswer> {
  try {
    const asked = TOPOLOGIES.filter((topology) => topologies.includes(topology));
    return { kind: 'synthesized', directories: await synthesize(asked, app) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

const exitCodeOf = (child: ChildProcess): Promise<ExitCode> =>
  new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`The rehearsal itself failed: ${error.message}\n`);
      resolve(EXIT.NOT_DONE);
    });
    child.once('exit', (code) => resolve(code === EXIT.WELL || code === EXIT.WRONG ? code : EXIT.NOT_DONE));
  });

import { type ChildProcess, fork } from 'node:child_process';
import { ownProgram } from '../own-program';
import { cleanEnvironment } from './clean-environment';
import { synthesize } from './synthesize';

const PROGRAM = ownProgram(__dirname, 'rehearse-process');

/** What the process that plays asks for: its own environment is too bare for the app. */
export interface SynthRequest {
  readonly topology: 'edge' | 'dns';
}

/** How the app was synthesized. */
export type SynthAnswer = SynthRequest &
  (
    | { readonly kind: 'synthesized'; readonly directory: string }
    | { readonly kind: 'failed'; readonly message: string }
  );

/** The exit code of a rehearsal that somebody ended. */
const NOT_REHEARSED = 2;
/** A terminal sends the first to both processes, the others to nobody else. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `npm run rehearse` in a process with a cleaned environment, which has this one's terminal. Only the app of this
 * folder is synthesized here, with the environment that its developer has set up for it.
 * @returns the exit code
 */
export async function launch(args: readonly string[]): Promise<number> {
  const child = fork(PROGRAM.path, [...args], {
    ...PROGRAM.options,
    env: cleanEnvironment(process.env),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  child.on('message', async (request: SynthRequest) => {
    const answered = await answer(request);
    if (child.connected) child.send(answered);
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  try {
    return await exitCodeOf(child);
  } finally {
    for (const signal of SIGNALS) process.off(signal, pass);
  }
}

/** Whoever asks runs code of an assembly, so that a question may be anything. */
async function answer({ topology: asked }: SynthRequest): Promise<SynthAnswer> {
  const topology = asked === 'dns' ? 'dns' : 'edge';
  try {
    return { kind: 'synthesized', topology, directory: await synthesize(topology) };
  } catch (error) {
    return { kind: 'failed', topology, message: error instanceof Error ? error.message : String(error) };
  }
}

const exitCodeOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`The rehearsal itself failed: ${error.message}\n`);
      resolve(NOT_REHEARSED);
    });
    child.once('exit', (code) => resolve(code ?? NOT_REHEARSED));
  });

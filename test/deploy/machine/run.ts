import { spawn } from 'node:child_process';

/** What a program said, and how it ended. */
export interface Ended {
  /** -1 where it was ended, or could not be started. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What it reads. @default - nothing */
  readonly input?: string;
  /** When it is ended. */
  readonly timeoutSeconds: number;
}

/** Runs a program to its end. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, input = '', timeoutSeconds }: RunOptions,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, timeout: timeoutSeconds * 1_000, killSignal: 'SIGKILL' });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said.stderr += chunk;
    });
    child.on('error', (error) => resolve({ code: -1, ...said, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, ...said }));
    // A program that ends without reading is no mistake of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run';

/** Where a Python lies that has what the check needs, or why there is none. */
export type Python = { readonly kind: 'python'; readonly path: string } | Missing;
interface Missing {
  readonly kind: 'missing';
  readonly because: string;
}

const REQUIREMENTS = join(__dirname, '../requirements.txt');
const SECONDS_TO_INSTALL = 240;

/**
 * Installs the pinned requirements into a folder of their own, once for each version of the file.
 * @param folder where environments are kept
 * @param program @default 'python3'
 */
export async function installPython(folder: string, program = 'python3'): Promise<Python> {
  const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const environment = join(folder, `python-${version}`);
  const path = join(environment, 'bin', 'python');
  if (existsSync(join(environment, 'complete'))) {
    return { kind: 'python', path };
  }
  rmSync(environment, { recursive: true, force: true });
  const mistake =
    (await failed('python3 has no venv', program, ['-m', 'venv', environment])) ??
    (await failed('the registry of Python packages did not answer', path, [
      ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS],
    ]));
  if (mistake !== undefined) {
    return mistake;
  }
  writeFileSync(join(environment, 'complete'), '');
  return { kind: 'python', path };
}

/** Why a step of the installation failed, or undefined where it did not. */
async function failed(what: string, program: string, args: readonly string[]): Promise<Missing | undefined> {
  const { code, stderr } = await run(program, args, { timeoutSeconds: SECONDS_TO_INSTALL });
  return code === 0
    ? undefined
    : { kind: 'missing', because: `${what}: ${stderr.trim().split('\n').at(-1) ?? ''}` };
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '..', '..', '..');

/** Builds and packs the package. @returns the tarball's path */
export async function packUnderstudy(destination: string): Promise<string> {
  const args = ['pack', '--silent', '--pack-destination', destination];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: ROOT });
  return join(destination, stdout.trim().split('\n').at(-1) ?? '');
}

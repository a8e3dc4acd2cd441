import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Mutant, ROOT } from './mutant';

interface JestConfig {
  readonly transform: Readonly<Record<string, readonly [string, object]>>;
}
const CONFIG: JestConfig = require('../../jest.config');

/** A busy machine must not look like a mutant that was noticed. */
const PATIENT = { testTimeout: 300_000 };

/** Runs tests in a process of their own, with nothing said. @param mutant @default - the code as it is */
export function passes(tests: readonly string[], mutant?: Mutant): Promise<boolean> {
  const config = JSON.stringify({
    ...CONFIG,
    ...PATIENT,
    rootDir: ROOT,
    ...(mutant && { transform: mutated(mutant) }),
  });
  const args = [require.resolve('jest/bin/jest'), '--config', config, '--runTestsByPath', ...tests];
  const jest = spawn(process.execPath, [...args, ...(mutant ? ['--runInBand', '--bail'] : [])], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  return new Promise((resolve, reject) => {
    jest.on('error', reject);
    jest.on('close', (code) => resolve(code === 0));
  });
}

function mutated({ file, text, replacement }: Mutant): JestConfig['transform'] {
  const mutant = { path: join(ROOT, file), text, replacement };
  return Object.fromEntries(
    Object.entries(CONFIG.transform).map(([pattern, [, options]]) => [
      pattern,
      [join(__dirname, 'transform.js'), { ...options, mutant }],
    ]),
  );
}

import { type ExecFileOptions, execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WINDOWS } from './registry';

/** What a program came to. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of a person who has nothing yet, outside of this repository. */
export class EmptyFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'understudy-package-'));

  /** @param type of its modules */
  constructor(type: 'commonjs' | 'module' = 'commonjs') {
    this.write('package.json', JSON.stringify({ name: 'shop', private: true, type }));
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.path, file), text);
  }

  /** Installs packages, those from the cache that are there. @throws Error with what npm said */
  async install(...packages: readonly string[]): Promise<void> {
    const { status, stdout, stderr } = await this.run('npm', [
      ...['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--save-exact'],
      ...packages,
    ]);
    if (status !== 0) {
      throw new Error(`npm install ${packages.join(' ')}: ${stdout}${stderr}`);
    }
  }

  /** A program that was installed here. */
  bin(name: string): string {
    return join(this.path, 'node_modules', '.bin', name);
  }

  /** Runs a program here, in an environment without this repository and without credentials. */
  run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const options: ExecFileOptions = {
      cwd: this.path,
      env: { ...OWN_ENVIRONMENT, ...env },
      maxBuffer: 64e6,
      shell: WINDOWS,
    };
    return new Promise((resolve) => {
      execFile(program, [...args], options, (error, stdout, stderr) => {
        const status = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
        resolve({ status, stdout: String(stdout), stderr: String(stderr) });
      });
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** `npm test` tells its programs about this repository, jest about itself. */
const OWN_ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_)|npm_config_local_prefix|AWS_|NODE_|JEST_|INIT_CWD)/i.test(name),
  ),
);

import { join } from 'node:path';
import { type Ended, run } from './run';

const ROOT = join(__dirname, '../../..');

/** `npx understudy`, from its sources. @returns how it ended and what it said */
export type Understudy = (...args: string[]) => Promise<Ended>;

export const understudy =
  (env: NodeJS.ProcessEnv): Understudy =>
  (...args) =>
    run(process.execPath, ['--require', 'tsx/cjs', join(ROOT, 'bin/cli.ts'), ...args], {
      cwd: ROOT,
      env,
      timeoutSeconds: 60,
    });

import { spawnSync } from 'node:child_process';

/** Whether npm's registry answers. Without it there is nothing to install the package beside. */
export const hasRegistry = (): boolean =>
  spawnSync('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=5000'], { stdio: 'ignore', shell: WINDOWS })
    .status === 0;

/** There npm is a script for the command interpreter. */
export const WINDOWS = process.platform === 'win32';

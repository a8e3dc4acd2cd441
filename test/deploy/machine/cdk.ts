import { STACK } from '../stack/assembly';
import { run } from './run';

const CDK = require.resolve('aws-cdk/bin/cdk');
const SECONDS = 180;

/** The CDK CLI, which speaks to the emulator. */
export interface Cdk {
  readonly bootstrap: (assembly: string) => Promise<void>;
  readonly deploy: (assembly: string) => Promise<void>;
  readonly destroy: (assembly: string) => Promise<void>;
}

/** The real CDK CLI. Each of its commands throws what the CLI said where it did not succeed. */
export function cdk(env: NodeJS.ProcessEnv): Cdk {
  const command = async (...args: string[]): Promise<void> => {
    const { code, stdout, stderr } = await run(process.execPath, [CDK, ...args, '--ci'], {
      env,
      timeoutSeconds: SECONDS,
    });
    if (code !== 0) {
      throw new Error(`cdk ${args[0]} failed: ${failure(`${stdout}\n${stderr}`)}`);
    }
  };
  return {
    bootstrap: (assembly) => command('bootstrap', 'aws://000000000000/us-east-1', '--app', assembly),
    deploy: (assembly) =>
      command('deploy', STACK, '--app', assembly, '--require-approval', 'never', '--progress', 'events'),
    destroy: (assembly) => command('destroy', STACK, '--app', assembly, '--force'),
  };
}

/** The lines that say why, or the last ones. */
function failure(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /FAILED|error|failed/i.test(line));
  return (telling.length > 0 ? telling : lines).slice(-8).join('\n');
}

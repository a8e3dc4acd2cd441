import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { quietSdk } from '../../../lib/operator/cli/quiet-sdk';

const ROOT = join(__dirname, '..', '..', '..');

/** What a Node.js of that version prints as it makes a client. */
function warningsOf(nodeVersion: string, env: NodeJS.ProcessEnv): string {
  const script = `
    Object.defineProperty(process, 'version', { value: '${nodeVersion}' });
    new (require('@aws-sdk/client-sts').STSClient)({ region: 'us-east-1' });`;
  return spawnSync(process.execPath, ['-e', script], { cwd: ROOT, env, encoding: 'utf8' }).stderr;
}

describe('the AWS SDK', () => {
  test('warns of Node.js 20, but not in a command', () => {
    const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'] };
    expect(warningsOf('v20.19.0', env)).toContain('NodeVersionSupportWarning');
    quietSdk(env);
    expect(warningsOf('v20.19.0', env)).toBe('');
  });

  test('warns where the environment says so', () => {
    const env: NodeJS.ProcessEnv = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'false' };
    quietSdk(env);
    expect(env).toEqual({ AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'false' });
  });
});

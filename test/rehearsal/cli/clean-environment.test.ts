import fc from 'fast-check';
import { cleanEnvironment } from '../../../lib/rehearsal/cli/clean-environment';

describe('environment of a process that plays an assembly', () => {
  test.each(['PATH', 'Path', 'TMPDIR', 'LANG', 'TZ', 'CI', 'NO_COLOR', 'FORCE_COLOR', 'SystemRoot'])(
    'has %s',
    (name) => {
      expect(cleanEnvironment({ [name]: 'as it is' })).toEqual({ [name]: 'as it is' });
    },
  );

  test.each([
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_PROFILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'GITHUB_TOKEN',
    'NPM_TOKEN',
    'npm_config__auth',
    'NODE_OPTIONS',
    'NODE_PATH',
    'LD_PRELOAD',
    'HOME',
    'SSH_AUTH_SOCK',
    'HTTPS_PROXY',
    'PATH_TO_SECRET',
  ])('has no %s', (name) => {
    expect(cleanEnvironment({ [name]: 'planted' })).toEqual({});
  });

  test('never has a variable that it does not know', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (env) => {
        const names = Object.keys(cleanEnvironment({ ...env, PATH: '/bin' }));
        expect(names.filter((name) => !/^(path|tmp|temp|tmpdir|lang|tz|ci|term)$/i.test(name))).toEqual([]);
      }),
    );
  });
});

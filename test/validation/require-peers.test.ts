import { PropsError } from '../../lib/validation/props-error';
import { requirePeers } from '../../lib/validation/require-peers';
import { peerDependencies } from '../../package.json';

const [, LEAST_MINOR] = peerDependencies['aws-cdk-lib'].replace('^', '').split('.').map(Number);
const MINOR = Number(LEAST_MINOR);

const requireCdk = (version: string) => () =>
  requirePeers((name) => (name === 'aws-cdk-lib' ? version : '10.8.1'));

describe('the installed CDK', () => {
  test('is one that Understudy works with', () => {
    expect(() => requirePeers()).not.toThrow();
  });

  test('has ranges that this check can read', () => {
    for (const range of [peerDependencies['aws-cdk-lib'], peerDependencies.constructs]) {
      expect(range).toMatch(/^\^\d+\.\d+\.\d+$/);
    }
  });

  test.each([
    ['the lowest', `2.${MINOR}.0`],
    ['a patch of the lowest', `2.${MINOR}.1`],
    ['a later one', `2.${MINOR + 1}.0`],
    ['one of many years later', '2.1000.12'],
    ['a preview', `2.${MINOR}.0-alpha.0`],
  ])('may be %s: %s', (_which, version) => {
    expect(requireCdk(version)).not.toThrow();
  });

  test.each([
    ['older than the lowest', `2.${MINOR - 1}.9`],
    ['of the former major version', '1.204.0'],
    ['of the next major version', '3.0.0'],
  ])('is refused when it is %s (%s), with the range and what to do', (_which, version) => {
    const range = peerDependencies['aws-cdk-lib'];
    expect(requireCdk(version)).toThrow(
      new PropsError(
        `Understudy: does not work with this version of aws-cdk-lib, got ${version}; it needs ${range}: run npm i aws-cdk-lib@${range}`,
      ),
    );
  });

  test('is refused with constructs that are too old for it', () => {
    expect(() => requirePeers((name) => (name === 'constructs' ? '10.4.9' : '2.1000.0'))).toThrow(
      'Understudy: does not work with this version of constructs, got 10.4.9; it needs ^10.5.0: run npm i constructs@^10.5.0',
    );
  });
});

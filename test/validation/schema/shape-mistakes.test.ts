import { App, type Duration, Stack } from 'aws-cdk-lib';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Channel, type UnderstudyProps } from '../../../lib';
import { nearest } from '../../../lib/validation/schema/nearest';
import { findMistakes } from '../../../lib/validation/validate-props';
import { existingSecret } from '../../helpers/secrets';
import { storeProps } from '../../helpers/store-props';
import { PLAUSIBLE_MISTAKES, propsWith } from './plausible-mistakes';

const rows = PLAUSIBLE_MISTAKES.map((mistake) => {
  const [path, , ...told] = mistake;
  return { path, told, props: propsWith(mistake) as UnderstudyProps };
});

/** Names of props come and go. */
const shortened = (mistake: string): string => mistake.replace(/(allowed here: \w+, \w+, \w+).*/, '$1, ...');

describe('props', () => {
  test.each(rows)('fails with $told', ({ props, told }) => {
    expect(findMistakes(props).map(shortened)).toEqual(told);
  });

  test('fails with mistakes in their values beside those in their shape', () => {
    const props = { ...storeProps({ domainName: 'shop.example.org' }), onCall: null } as never;
    expect(findMistakes(props)).toEqual([
      expect.stringMatching(/^onCall: must be an object, got null/),
      expect.stringMatching(/^domainName: must lie in hostedZone\.zoneName, got "shop\.example\.org"/),
    ]);
  });

  test('take a zone that CDK has made, and a Duration that another copy of CDK has', () => {
    const hostedZone = new HostedZone(new Stack(), 'Zone', { zoneName: 'example.com' });
    const copy = { toSeconds: () => 30, toMilliseconds: () => 30_000, isUnresolved: () => false };
    const returnSpread = copy as unknown as Duration;
    expect(findMistakes(storeProps({ hostedZone, returnSpread }))).toEqual([]);
  });

  test('fails by name with a construct that leads back to its app', () => {
    const props = storeProps({ certificate: new Stack(new App(), 'Shop') as never });
    expect(findMistakes(props)).toEqual([expect.stringMatching(/^certificate: must be .*, got a Stack; /)]);
  });
});

describe('options of a channel', () => {
  test.each<[string, () => unknown, string]>([
    [
      'no options',
      () => Channel.slack(undefined as never),
      'Channel.slack: 1 mistake in the options\n  props: is missing; write { secret }',
    ],
    [
      'the ARN of a secret',
      () => Channel.teams({ secretArn: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:x' } as never),
      'Channel.teams: 2 mistakes in the options\n' +
        '  secret: is missing; write Secret.fromSecretNameV2(stack, "OnCallSecret", "name-of-the-secret")\n' +
        '  secretArn: is not a prop; did you mean secret?',
    ],
    [
      'the secret itself, which is not shown',
      () => Channel.slack({ secret: 'https://hooks.slack.com/services/T0/B0/secret' as never }),
      'Channel.slack: 1 mistake in the options\n' +
        '  secret: must be an ISecret of aws-cdk-lib/aws-secretsmanager, got (hidden); ' +
        'write Secret.fromSecretNameV2(stack, "OnCallSecret", "name-of-the-secret")',
    ],
    [
      'an unknown region of PagerDuty',
      () => Channel.pagerDuty({ secret: existingSecret(), serviceRegion: 'EU' as 'eu' }),
      'Channel.pagerDuty: 1 mistake in the options\n' +
        '  serviceRegion: must be one of "us", "eu", got "EU"; did you mean "eu"?',
    ],
  ])('fails with %s', (_what, make, message) => {
    expect(make).toThrow(new Error(message));
  });
});

describe('the name that somebody meant', () => {
  test.each([
    ['cutover', 'cutOver'],
    ['cut-over', 'cutOver'],
    ['uctOver', 'cutOver'],
    ['cutOvr', 'cutOver'],
    ['certficiat', 'certificate'],
    ['over', 'cutOver'],
    ['ver', undefined],
    ['clover', 'cutOver'],
    ['cover', undefined],
    ['', undefined],
  ])('of %j is %j', (written, meant) => {
    expect(nearest(written, ['certificate', 'cutOver'])).toBe(meant);
  });
});

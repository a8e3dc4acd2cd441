import { USUAL_PATHS } from '../../../lib/failover/store-paths';
import { readSettings } from '../../../lib/rehearsal/facts/settings';
import { DEFAULT_BUDGETS } from '../../../lib/rehearsal-budgets';
import { aDeployment, aResource } from '../helpers/a-deployment';

const Understudy = { schema: 1, topology: 'dns', domainName: 'shop.example', budgets: DEFAULT_BUDGETS.dns };

const aDistribution = (Aliases: readonly string[]) =>
  aResource('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Aliases,
      DefaultCacheBehavior: { CachePolicyId: 'a', TargetOriginId: 'b' },
      Origins: [],
    },
  });

describe('rehearsal settings', () => {
  test('come from the metadata of the template', () => {
    expect(readSettings(aDeployment({}, { Metadata: { Understudy } }))).toMatchObject({
      topology: 'dns',
      domainName: 'shop.example',
      budgets: DEFAULT_BUDGETS.dns,
    });
  });

  test('fill in budgets that an older template does not know', () => {
    const metadata = { ...Understudy, budgets: { alertSeconds: 90 } };
    expect(readSettings(aDeployment({}, { Metadata: { Understudy: metadata } }))).toMatchObject({
      topology: 'dns',
      budgets: { ...DEFAULT_BUDGETS.dns, alertSeconds: 90 },
    });
  });

  test('come from the distribution where nothing is said', () => {
    const deployment = aDeployment({ Edge: aDistribution(['other.example', 'www.other.example']) });
    expect(readSettings(deployment)).toEqual({
      topology: 'other',
      domainName: 'other.example',
      budgets: DEFAULT_BUDGETS.edge,
      paths: USUAL_PATHS,
    });
  });

  test('say where shoppers go', () => {
    const paths = { ...USUAL_PATHS, checkout: '/kasa' };
    const metadata = { ...Understudy, schema: 2, paths };
    expect(readSettings(aDeployment({}, { Metadata: { Understudy: metadata } })).paths).toEqual(paths);
  });

  test('know of no way back from paying in the template of an older Understudy', () => {
    const { paymentReturn: _, ...paths } = USUAL_PATHS;
    const metadata = { ...Understudy, schema: 2, paths };
    expect(readSettings(aDeployment({}, { Metadata: { Understudy: metadata } })).paths).toEqual(paths);
  });

  test.each([
    ['by an older Understudy', { Metadata: { Understudy } }],
    ['by something else', {}],
  ])('have shoppers go where health checks look in a template that was made %s', (_by, rest) => {
    const Check = aResource('AWS::Route53::HealthCheck', { HealthCheckConfig: { ResourcePath: '/kasa' } });
    const Token = aResource('AWS::Route53::HealthCheck', {
      HealthCheckConfig: { ResourcePath: { Ref: 'Path' } },
    });
    const deployment = aDeployment({ Token, Check, Edge: aDistribution(['other.example']) }, rest);
    expect(readSettings(deployment).paths).toEqual({
      ...USUAL_PATHS,
      checkout: '/kasa',
      paymentReturn: '/kasa/thank-you',
    });
  });

  test('do not mind what else a distribution has, which may be of another name', () => {
    const Media = aResource('AWS::CloudFront::Distribution', {
      DistributionConfig: { Aliases: { Ref: 'AWS::NoValue' }, Restrictions: {} },
    });
    const deployment = aDeployment({ Media, Edge: aDistribution(['other.example']) });
    expect(readSettings(deployment).domainName).toBe('other.example');
  });

  test.each<[unknown, string]>([
    [{ ...Understudy, topology: 'moon' }, '.topology: must be one of edge, dns, got "moon"'],
    [{ ...Understudy, schema: 3 }, '.schema: must be one of 1, 2, got 3'],
    [
      { ...Understudy, paths: { ...USUAL_PATHS, cart: 'cart' } },
      '.paths.cart: must begin with a slash, got "cart"',
    ],
    [{ ...Understudy, domainName: { Ref: 'Name' } }, '.domainName: must be text, got {"Ref":"Name"}'],
    [{ ...Understudy, budgets: { alertSeconds: '90' } }, '.budgets.alertSeconds: must be a number, got "90"'],
    [{ ...Understudy, budgets: { alertSeconds: -1 } }, '.budgets.alertSeconds: must be at least 0, got -1'],
    [{ ...Understudy, budgets: { alarmSeconds: 90 } }, '.budgets: Unrecognized key: "alarmSeconds"'],
    [{ ...Understudy, budgets: undefined }, '.budgets: is missing; must be a map of keys and values'],
    [null, ': must be a map of keys and values, got nothing'],
  ])('fail when they are there and can not be read: %j', (metadata, problem) => {
    const deployment = aDeployment(
      { Edge: aDistribution(['other.example']) },
      { Metadata: { Understudy: metadata } },
    );
    expect(() => readSettings(deployment)).toThrow(
      expect.objectContaining({
        code: 'INVALID_TEMPLATE',
        message: `Stack.Metadata.Understudy${problem}; run cdk synth again`,
      }),
    );
  });

  test.each<[string, Parameters<typeof aDeployment>[0]]>([
    ['no distribution', {}],
    ['a distribution without a host name', { Edge: aDistribution([]) }],
  ])('fails when there is %s', (_name, resources) => {
    expect(() => readSettings(aDeployment(resources))).toThrow(
      expect.objectContaining({
        code: 'NOTHING_TO_REHEARSE',
        message: 'the assembly has no distribution with a host name; rehearse a stack with CloudFront',
      }),
    );
  });
});

import { readSettings } from '../../../lib/rehearsal/world/settings';
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

  test.each([
    [undefined],
    [{ ...Understudy, schema: 2 }],
    [{ ...Understudy, budgets: { alertSeconds: '90' } }],
  ])('come from the distribution otherwise: %j', (metadata) => {
    const deployment = aDeployment(
      { Edge: aDistribution(['other.example', 'www.other.example']) },
      { Metadata: { Understudy: metadata } },
    );
    expect(readSettings(deployment)).toEqual({
      topology: 'other',
      domainName: 'other.example',
      budgets: DEFAULT_BUDGETS.edge,
    });
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

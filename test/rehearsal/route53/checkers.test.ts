import { anEndpoint, MINUTE, refuse, someHealthChecks } from '../helpers/some-health-checks';

describe('health checkers that fail', () => {
  const REGIONS = ['us-east-1', 'us-west-1', 'us-west-2', 'eu-west-1', 'ap-southeast-1', 'ap-southeast-2'];
  const SEVEN = [...REGIONS, 'ap-northeast-1'];

  test.each([
    [6, true, REGIONS],
    [7, false, SEVEN],
  ])('in %i of 8 regions leave it healthy: %s', async (_count, healthy, regions) => {
    const checkerFault = ({ region }: { region: string }) =>
      regions.includes(region) ? refuse() : undefined;
    const { clock, healthChecks } = someHealthChecks({ Home: anEndpoint('/') }, 1, { checkerFault });
    await clock.runUntil(2 * MINUTE);
    expect(healthChecks.statuses).toEqual([{ name: '/', healthy }]);
  });
});

import { Distributions } from '../../../../lib/rehearsal/aws/cloudfront/distributions';
import { isEdgeExchange } from '../../../../lib/rehearsal/aws/cloudfront/edge-answer';
import { readDistributions } from '../../../../lib/rehearsal/aws/cloudfront/read-distributions';
import { MetricStore } from '../../../../lib/rehearsal/aws/cloudwatch/metric-store';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aDeployment } from '../../helpers/a-deployment';
import { aDistributionResource, BEHAVIOR, CACHING_OPTIMIZED } from '../../helpers/a-distribution-resource';
import { FakeHost } from '../../helpers/fake-host';

describe('distributions', () => {
  const build = (behavior: Record<string, unknown> = {}, but: Record<string, unknown> = {}) => {
    const clock = new VirtualClock(0);
    const metrics = new MetricStore(clock);
    const internet = new FakeHost();
    const deployment = aDeployment({
      One: aDistributionResource({
        Aliases: ['one.example'],
        DefaultCacheBehavior: { ...BEHAVIOR, ...behavior },
        ...but,
      }),
      Two: aDistributionResource({
        Aliases: ['two.example'],
        Origins: [{ Id: 'store', DomainName: 'two.origin.example' }],
      }),
    });
    const addressOf = (location: number, name: string) => `${name} from ${location}`;
    const distributions = new Distributions(deployment, { internet, metrics, addressOf });
    const ask = (host: string, but: { method?: string; location?: number } = {}) =>
      distributions.exchange('anywhere', { method: 'GET', path: '/', headers: { host }, ...but }, 0);
    return { clock, metrics, internet, distributions, ask, deployment };
  };

  test.each([
    ['one.example', 'origin.example from 0'],
    ['two.example', 'two.origin.example from 0'],
  ])('are told apart by the Host header: %s', async (host, address) => {
    const { internet, ask } = build();
    await ask(host);
    expect(internet.received[0]?.address).toBe(address);
  });

  test('know no other host names', async () => {
    const { internet, ask, distributions } = build();
    expect(await ask('three.example')).toMatchObject({ kind: 'response', status: 403 });
    expect(internet.received).toEqual([]);
    expect(distributions.aliases).toEqual(['one.example', 'two.example']);
    expect(distributions.answersAt('one.example')).toBe(false);
  });

  test.each([
    ['shop.example', 'exact'],
    ['SHOP.example', 'exact'],
    ['www.shop.example', 'any of the shop'],
    ['a.b.shop.example', 'any of the shop'],
    ['other.example', 'any'],
    ['example', undefined],
    ['shop.example.org', undefined],
  ])('are found by the most specific name that fits: %s', async (host, expected) => {
    const names = { exact: 'Shop.Example', 'any of the shop': '*.shop.example', any: '*.example' };
    const deployment = aDeployment(
      Object.fromEntries(
        Object.entries(names).map(([id, alias], index) => [
          `Edge${index}`,
          aDistributionResource({ Aliases: [alias], Origins: [{ Id: 'store', DomainName: id }] }),
        ]),
      ),
    );
    const internet = new FakeHost();
    const metrics = new MetricStore(new VirtualClock(0));
    const world = { internet, metrics, addressOf: (_location: number, name: string) => name };
    await new Distributions(deployment, world).exchange(
      'anywhere',
      { method: 'GET', path: '/', headers: { host } },
      0,
    );
    expect(internet.received[0]?.address).toBe(expected);
  });

  test('take no requests while they are disabled', async () => {
    const { ask, distributions, internet } = build({}, { Enabled: false });
    expect(await ask('one.example')).toMatchObject({ status: 403, servedFrom: 'cloudfront' });
    expect(internet.received).toEqual([]);
    expect(distributions.aliases).toContain('one.example');
  });

  test('answer at their own domain names', async () => {
    const { distributions, deployment } = build();
    for (const { domainName } of readDistributions(deployment)) {
      expect(distributions.answersAt(domainName)).toBe(true);
    }
  });

  test('serve viewers from their own edge locations', async () => {
    const { internet, ask } = build();
    await ask('one.example', { location: 1 });
    await ask('one.example', { location: 6 });
    expect(internet.received.map(({ address }) => address)).toEqual([
      'origin.example from 1',
      'origin.example from 2',
    ]);
  });

  test('have a cache of its own at each edge location, for objects and for errors', async () => {
    const { internet, distributions } = build({ CachePolicyId: CACHING_OPTIMIZED });
    const ask = (path: string, location: number) =>
      distributions.exchange(
        'anywhere',
        { method: 'GET', path, location, headers: { host: 'one.example' } },
        0,
      );
    internet.answer = ({ path }) => aResponse({ status: path === '/gone' ? 404 : 200 });
    for (const path of ['/teapot', '/gone']) {
      for (const location of [0, 1, 0, 1, 4]) {
        await ask(path, location);
      }
    }
    expect(internet.received.map(({ path, address }) => `${path} ${address.at(-1)}`)).toEqual([
      '/teapot 0',
      '/teapot 1',
      '/gone 0',
      '/gone 1',
    ]);
  });

  test('tell which status an origin that does not answer counts as', async () => {
    const { internet, distributions } = build({ CachePolicyId: CACHING_OPTIMIZED });
    internet.answer = () => ({ kind: 'connect-refused', elapsedMs: 30 });
    const request = { method: 'GET', path: '/', headers: { host: 'one.example' } };
    expect(await distributions.exchange('anywhere', request, 0)).toMatchObject({
      servedFrom: 'cloudfront',
      originStatus: 502,
    });
  });

  test('send no body to HEAD', async () => {
    const { internet, ask } = build();
    internet.answer = () => aResponse({ body: Buffer.from('page') });
    const exchange = await ask('one.example', { method: 'HEAD' });
    expect(isEdgeExchange(exchange) && exchange.body).toHaveLength(0);
  });

  test.each([
    ['Requests', 'Sum', 4],
    ['5xxErrorRate', 'Average', 50],
    ['4xxErrorRate', 'Average', 25],
  ] as const)('count what they answered: %s', async (name, statistic, expected) => {
    const { clock, metrics, internet, ask, deployment } = build();
    for (const status of [200, 404, 500, 503]) {
      internet.answer = () => aResponse({ status });
      await ask('one.example');
    }
    await clock.runUntil(120_000);
    const DistributionId = readDistributions(deployment)[0]?.id ?? '';
    const metric = { namespace: 'AWS/CloudFront', name, dimensions: { Region: 'Global', DistributionId } };
    expect(metrics.datapoints(metric, statistic, [{ startMs: 0, endMs: 60_000 }])).toEqual([expected]);
  });
});

import { Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { HealthChecks, type StoreHealthChecksProps } from '../../../lib/failover/health-checks/health-checks';
import { StoreTarget } from '../../../lib/store-target';
import { LOAD_BALANCER } from '../../helpers/store-props';
import { type Properties, propertiesOf } from '../../helpers/template';

const HOME = { name: 'home', path: '/', searchString: 'Example Shop', critical: true };
const CHECKOUT = { name: 'checkout', path: '/checkout?probe=1', searchString: 'Checkout' };
const SEARCH = { name: 'search', path: '/search', searchString: 'Results', critical: true };

function create(changes: Partial<StoreHealthChecksProps> = {}) {
  const stack = new Stack();
  const checks = new HealthChecks(stack, 'HealthChecks', {
    domainName: 'shop.example.com',
    primary: StoreTarget.ipAddresses(['8.8.8.8', '8.8.4.4']),
    endpoints: [HOME, CHECKOUT, SEARCH],
    ...changes,
  });
  const template = Template.fromStack(stack);
  const configs = propertiesOf(template, 'AWS::Route53::HealthCheck').map(
    (p) => p['HealthCheckConfig'] as Properties,
  );
  return { stack, checks, configs };
}

describe('endpoint health check', () => {
  test('asks the first address of the primary for the page, under the name of the store', () => {
    expect(create().configs[1]).toEqual({
      Type: 'HTTPS_STR_MATCH',
      IPAddress: '8.8.8.8',
      FullyQualifiedDomainName: 'shop.example.com',
      EnableSNI: true,
      Port: 443,
      ResourcePath: '/checkout?probe=1',
      SearchString: 'Checkout',
      RequestInterval: 10,
      FailureThreshold: 3,
      MeasureLatency: false,
      Inverted: false,
    });
  });

  test('looks at the status alone where searchString is false', () => {
    const [config] = create({ endpoints: [{ ...HOME, searchString: false }] }).configs;
    expect(config?.['Type']).toBe('HTTPS');
    expect(config).not.toHaveProperty('SearchString');
  });

  test.each<[string, StoreHealthChecksProps['primary'], string]>([
    ['a load balancer', LOAD_BALANCER, 'shop.eu-central-1.elb.amazonaws.com'],
    ['a host name', StoreTarget.hostName('shops.myshopify.com'), 'shops.myshopify.com'],
  ])('asks %s by its own name', (_what, primary, fqdn) => {
    const [config] = create({ primary }).configs;
    expect(config?.['FullyQualifiedDomainName']).toBe(fqdn);
    expect(config?.['IPAddress']).toBeUndefined();
  });

  test('asks the host that the endpoint names instead', () => {
    const [config] = create({ endpoints: [{ ...HOME, hostName: 'direct.example.com' }] }).configs;
    expect(config?.['FullyQualifiedDomainName']).toBe('direct.example.com');
    expect(config?.['IPAddress']).toBeUndefined();
  });

  test('takes interval and threshold from the props', () => {
    const [config] = create({ interval: Duration.seconds(30), failureThreshold: 5 }).configs;
    expect(config).toMatchObject({ RequestInterval: 30, FailureThreshold: 5 });
  });

  test('measures answer times of the first critical endpoint only, and only when told to', () => {
    const measured = create({ measureLatency: true, endpoints: [CHECKOUT, HOME, SEARCH] }).configs;
    expect(measured.slice(0, 3).map((c) => c['MeasureLatency'])).toEqual([false, true, false]);
  });
});

describe('store health check', () => {
  test('is healthy only while every critical endpoint is', () => {
    const { configs } = create();
    expect(configs.at(-1)).toMatchObject({
      Type: 'CALCULATED',
      HealthThreshold: 2,
      ChildHealthChecks: [
        { Ref: expect.stringMatching(/^HealthCheckshome/) },
        { Ref: expect.stringMatching(/^HealthCheckssearch/) },
      ],
    });
  });

  test('is told apart from the endpoints, which keep the order of the props', () => {
    const { stack, checks } = create();
    expect(checks.endpoints.map(({ name, critical }) => [name, critical])).toEqual([
      ['home', true],
      ['checkout', false],
      ['search', true],
    ]);
    expect(stack.resolve(checks.storeHealthCheckId)).toEqual({
      Ref: expect.stringMatching(/^HealthChecksStore/),
    });
    expect(checks.firstCriticalHealthCheckId).toBe(checks.endpoints[0]?.healthCheckId);
  });
});

describe('health check of a port, where slowness closes nothing', () => {
  const open = (changes: Partial<StoreHealthChecksProps> = {}) => create({ slowCloses: false, ...changes });
  const portsOf = ({ configs }: ReturnType<typeof open>) => configs.filter(({ Type }) => Type === 'TCP');

  test('asks the address for a connection and nothing else, once for all critical endpoints there', () => {
    expect(portsOf(open())).toEqual([
      {
        Type: 'TCP',
        IPAddress: '8.8.8.8',
        Port: 443,
        RequestInterval: 10,
        FailureThreshold: 3,
        MeasureLatency: false,
        Inverted: false,
      },
    ]);
  });

  test('takes the place of the critical endpoints in what closes the store; they are probed as before', () => {
    const { configs } = open();
    expect(configs.at(-1)).toMatchObject({
      Type: 'CALCULATED',
      HealthThreshold: 1,
      ChildHealthChecks: [{ Ref: expect.stringMatching(/^HealthChecksPorthome/) }],
    });
    expect(configs.filter(({ Type }) => Type === 'HTTPS_STR_MATCH')).toEqual(
      create().configs.filter(({ Type }) => Type === 'HTTPS_STR_MATCH'),
    );
  });

  test('asks each place that critical endpoints are at, by name where it has one', () => {
    const endpoints = [{ ...HOME, hostName: 'direct.example.com' }, { ...CHECKOUT, hostName: 'no' }, SEARCH];
    const ports = portsOf(open({ endpoints, interval: Duration.seconds(30), failureThreshold: 2 }));
    expect(ports).toMatchObject([
      { FullyQualifiedDomainName: 'direct.example.com', RequestInterval: 30, FailureThreshold: 2 },
      { IPAddress: '8.8.8.8' },
    ]);
  });

  test.each([undefined, true])('is not there with slowCloses: %s', (slowCloses) => {
    expect(portsOf(create({ slowCloses }))).toEqual([]);
  });

  test.each<[string, StoreHealthChecksProps['primary'], string | undefined]>([
    ['a load balancer', LOAD_BALANCER, 'shop.eu-central-1.elb.amazonaws.com'],
    ['a platform', StoreTarget.hostName('shops.myshopify.com'), 'shops.myshopify.com'],
    ['addresses', StoreTarget.ipAddresses(['8.8.8.8']), undefined],
  ])('is warned of where others keep the port open: %s', (_what, primary, name) => {
    const endpoints = [{ ...HOME, hostName: 'direct.example.com' }];
    const annotations = Annotations.fromStack(open({ primary, endpoints }).stack);
    if (name === undefined) {
      annotations.hasNoWarning('*', Match.anyValue());
    } else {
      annotations.hasWarning(
        '/Default/HealthChecks',
        Match.stringLikeRegexp(
          `healthChecks.slowCloses: false closes the store only when ${name} takes no connections`,
        ),
      );
    }
  });
});

describe('probed host name', () => {
  const primary = StoreTarget.hostName('shops.myshopify.com');

  test('is warned of, because a platform may not know the store by it', () => {
    const { stack } = create({ primary });
    Annotations.fromStack(stack).hasWarning(
      '/Default/HealthChecks',
      Match.stringLikeRegexp('got "shops.myshopify.com"'),
    );
  });

  test.each<[string, Partial<StoreHealthChecksProps>]>([
    ['every endpoint names its host', { primary, endpoints: [{ ...HOME, hostName: 'direct.example.com' }] }],
    ['the primary has addresses', {}],
    ['the primary is a load balancer', { primary: LOAD_BALANCER }],
  ])('needs no warning when %s', (_what, changes) => {
    Annotations.fromStack(create(changes).stack).hasNoWarning('*', Match.anyValue());
  });
});

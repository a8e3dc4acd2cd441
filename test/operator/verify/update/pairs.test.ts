import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { refusedUpdates } from '../../../../lib/operator/verify/update/refused-updates';
import { resourceChanges } from '../../../../lib/operator/verify/update/resource-changes';
import type { Resources } from '../../../../lib/operator/verify/update/resources';
import { StoreTarget } from '../../../../lib/store-target';
import type { DnsTopology, EdgeTopology, UnderstudyProps } from '../../../../lib/understudy-props';
import { dnsProps, edgeProps, LOAD_BALANCER, storeProps } from '../../../helpers/store-props';
import { wholeTemplate } from './whole-template';

const ADDRESSES = StoreTarget.ipAddresses(['8.8.8.8']);
const BOTH_VERSIONS = StoreTarget.ipAddresses(['8.8.8.8'], ['2620::1']);
const HOST_NAME = StoreTarget.hostName('store.example.net');
const OTHER_HOST_NAME = StoreTarget.hostName('shops.example.org');
const CERTIFICATE = Certificate.fromCertificateArn(
  new Stack(),
  'Own',
  'arn:aws:acm:us-east-1:111122223333:certificate/c',
);
const NOTHING: Resources = {};

const synthesized = new Map<UnderstudyProps, Resources>();
function templateOf(props: UnderstudyProps): Resources {
  const template = synthesized.get(props) ?? wholeTemplate(props);
  synthesized.set(props, template);
  return template;
}

/** What AWS would refuse of an update from one store to another, or to the next of several. */
function refused(...deployments: (UnderstudyProps | Resources)[]): string[] {
  const templates = deployments.map(
    (one) => ('domainName' in one ? templateOf(one as UnderstudyProps) : one) as Resources,
  );
  return templates
    .slice(1)
    .flatMap((after, index) => refusedUpdates(templates[index] ?? NOTHING, after))
    .map(({ subject, because, remedy }) => `${subject}: ${because}; ${remedy}`);
}

const dns = (primary: DnsTopology['primary'], but: Partial<UnderstudyProps> = {}): UnderstudyProps => ({
  ...dnsProps({ primary, alternateDomainNames: [] }),
  ...but,
});
const alternate = (primary: DnsTopology['primary'], but: Partial<UnderstudyProps> = {}): UnderstudyProps => ({
  ...dnsProps({ alternateDomainNames: [{ domainName: 'www.shop.example.com', primary }] }),
  ...but,
});

const EDGE = edgeProps();
const DNS = dnsProps();
const EDGE_READY = storeProps({ cutOver: false });
const DNS_READY = { ...dnsProps(), cutOver: false };

/** Each of some things with each other, both ways. */
const pairs = <T>(things: Readonly<Record<string, T>>): [string, string, T, T][] =>
  Object.entries(things).flatMap(([from, before]) =>
    Object.entries(things)
      .filter(([to]) => to !== from)
      .map(([to, after]): [string, string, T, T] => [from, to, before, after]),
  );

describe('update that AWS takes', () => {
  const PLACES = { 'a load balancer': LOAD_BALANCER, addresses: ADDRESSES, 'a host name': HOST_NAME };
  const stores = <T>(places: Readonly<Record<string, T>>, store: (place: T) => UnderstudyProps) =>
    Object.fromEntries(Object.entries(places).map(([name, place]) => [name, store(place)]));

  test.each(pairs(stores(PLACES, (primary) => edgeProps({ primary }))))(
    'moves a store behind CloudFront from %s to %s',
    (_from, _to, before, after) => expect(refused(before, after)).toEqual([]),
  );

  test.each(pairs(stores({ ...PLACES, nobody: undefined }, (standby) => edgeProps({ standby }))))(
    'hands the part of the standby from %s to %s',
    (_from, _to, before, after) => expect(refused(before, after)).toEqual([]),
  );

  test.each(
    pairs(
      stores(
        {
          'a load balancer': LOAD_BALANCER,
          addresses: ADDRESSES,
          'addresses of both versions': BOTH_VERSIONS,
        },
        (primary) => dns(primary),
      ),
    ),
  )('moves a store with a front door of its own from %s to %s', (_from, _to, before, after) =>
    expect(refused(before, after)).toEqual([]),
  );

  const CHANGES: [string, UnderstudyProps, UnderstudyProps][] = [
    ...(
      [
        ['edge', EDGE],
        ['dns', DNS],
      ] as const
    ).flatMap(([topology, store]): [string, UnderstudyProps, UnderstudyProps][] => [
      [`the cut-over (${topology})`, { ...store, cutOver: false }, store],
      [`a certificate of the shop's own (${topology})`, store, { ...store, certificate: CERTIFICATE }],
      [
        `a latency alarm (${topology})`,
        store,
        { ...store, latencyAlarm: { threshold: Duration.seconds(1) } },
      ],
      [`documents (${topology})`, store, { ...store, documents: { '/robots.txt': 'User-agent: *' } }],
      [
        `an endpoint (${topology})`,
        store,
        {
          ...store,
          healthChecks: {
            endpoints: [
              ...store.healthChecks.endpoints,
              { name: 'search', path: '/search', searchString: 'Find' },
            ],
          },
        },
      ],
      [
        `another way to probe (${topology})`,
        store,
        { ...store, healthChecks: { ...store.healthChecks, interval: Duration.seconds(30) } },
      ],
    ]),
    [
      'names of the shop (edge)',
      EDGE,
      edgeProps({ alternateDomainNames: ['www.shop.example.com', 'example.com'] }),
    ],
    ['names of the shop (dns)', dns(ADDRESSES), alternate(HOST_NAME)],
    ['mirrored paths', EDGE, edgeProps({ mirroredPathPatterns: ['/static/*', '/media/*'] })],
    ['another name of the origin', EDGE, edgeProps({ originDomainName: 'direct.example.com' })],
    [
      'another name of an origin with addresses',
      edgeProps({ primary: ADDRESSES }),
      edgeProps({ primary: ADDRESSES, originDomainName: 'direct.example.com' }),
    ],
    ['times', EDGE, edgeProps({ readTimeout: Duration.seconds(20), failoverTtl: Duration.seconds(60) })],
  ];

  test.each(CHANGES)('adds and takes away %s', (_what, before, after) => {
    expect(refused(before, after, before)).toEqual([]);
  });

  test.each([
    ['edge', EDGE],
    ['dns', DNS],
  ])('is the first deployment, and one that changes nothing: %s', (_topology, store) => {
    expect(refused(NOTHING, store, store)).toEqual([]);
  });
});

const SHOPS_OWN =
  'deploy with cutOver: false and plain records in its place first, then cut over again (README, "Change it later")';

describe('change of the kind of record at a name of the shop', () => {
  test.each<[string, UnderstudyProps, UnderstudyProps, string]>([
    [
      'from a load balancer to a host name',
      dns(LOAD_BALANCER),
      dns(HOST_NAME),
      'record shop.example.com CNAME shop.example.com-primary',
    ],
    [
      'from a host name to addresses',
      dns(HOST_NAME),
      dns(ADDRESSES),
      'record shop.example.com A shop.example.com-primary',
    ],
    [
      'of another name, from a host name to addresses of both versions',
      alternate(HOST_NAME),
      alternate(BOTH_VERSIONS),
      'record www.shop.example.com AAAA www.shop.example.com-secondary',
    ],
  ])('is refused by name: %s', (_what, before, after, subject) => {
    const refusals = refused(before, after);
    expect(refusals).toContainEqual(
      expect.stringMatching(
        `^${subject}: can't be made while Understudy\\w+ is there \\(.+\\): Route 53 has no CNAME beside any other type of the same name; `,
      ),
    );
    expect(refusals.every((text) => text.endsWith(SHOPS_OWN))).toBe(true);
  });

  test.each<
    [
      string,
      (but?: Partial<UnderstudyProps>) => UnderstudyProps,
      (but?: Partial<UnderstudyProps>) => UnderstudyProps,
    ]
  >([
    ['the shop', (but) => dns(LOAD_BALANCER, but), (but) => dns(HOST_NAME, but)],
    ['another name', (but) => alternate(HOST_NAME, but), (but) => alternate(BOTH_VERSIONS, but)],
  ])('goes by way of cutOver: false: %s', (_what, old, next) => {
    expect(refused(old(), next({ cutOver: false }), next())).toEqual([]);
  });

  test('is none from one host name to another', () => {
    expect(refused(dns(HOST_NAME), dns(OTHER_HOST_NAME))).toEqual([]);
  });
});

describe('change of topology', () => {
  const ANEW =
    'deploy with cutOver: false and plain records in its place, run npx cdk destroy, then deploy again (README, "Change it later")';

  test.each([
    ['edge to dns', EDGE, DNS],
    ['dns to edge', DNS, EDGE],
    ['edge to dns, before any cut-over', EDGE_READY, DNS_READY],
    ['dns to edge, before any cut-over', DNS_READY, EDGE_READY],
  ])('is refused by name: %s', (_what, before, after) => {
    expect(refused(before, after)).toContainEqual(
      expect.stringMatching(
        /^distribution name shop\.example\.com: can't move to Understudy\w+ while Understudy\w+ has it: CNAMEAlreadyExists; /,
      ),
    );
    expect(refused(before, after).join('\n')).toContain(ANEW);
  });

  test.each([
    ['edge to dns', EDGE, EDGE_READY, DNS_READY, DNS],
    ['dns to edge', DNS, DNS_READY, EDGE_READY, EDGE],
  ])('goes by way of cutOver: false and cdk destroy: %s', (_what, before, leaving, coming, after) => {
    // In between nothing is left that has a name: see below.
    expect([...refused(before, leaving), ...refused(NOTHING, coming, after)]).toEqual([]);
  });

  test.each([
    ['edge', EDGE],
    ['dns', DNS],
  ])('meets nothing of its own name that cdk destroy left: %s', (_topology, store) => {
    const left = Object.fromEntries(
      Object.entries(templateOf(store)).filter(([, one]) => one['DeletionPolicy'] === 'Retain'),
    );
    expect(Object.keys(left)).toHaveLength(5);
    const renamed = Object.fromEntries(Object.entries(left).map(([id, one]) => [`Left${id}`, one]));
    expect(refusedUpdates(renamed, { ...templateOf(store), ...renamed })).toEqual([]);
  });
});

/** Synthesized at commit 8725144 from the store of the test helpers; what no rule reads is left out. */
const WITH_RESPONDER: Resources = JSON.parse(
  readFileSync(join(__dirname, '../../../fixtures/with-responder/edge.json'), 'utf8'),
);

describe('update from a stack with a fast-fail responder', () => {
  const after = wholeTemplate(edgeProps({ mirroredPathPatterns: ['/static/*'] }));

  test('needs nothing, also to go back', () => {
    expect(refused(WITH_RESPONDER, after, WITH_RESPONDER)).toEqual([]);
  });

  test('leads to the dead end by changing the record in place, before the responder is deleted', () => {
    const { made, replaced, removed } = resourceChanges(WITH_RESPONDER, after);
    const [secondary] = Object.keys(after).filter((id) => id.includes('OriginRecordsSecondaryCNAME'));
    expect(WITH_RESPONDER).toHaveProperty(`${secondary}`);
    expect([made, replaced, removed].filter((ids) => ids.has(`${secondary}`))).toEqual([]);
    expect([...removed].filter((id) => !/FastFailResponder/.test(id))).toEqual([]);
    expect([...made].filter((id) => /DeadEnd/.test(id))).toHaveLength(1);
    // The function has another name now.
    expect([...replaced].sort()).toEqual([
      expect.stringMatching(/^UnderstudyCertificate/),
      expect.stringMatching(/^UnderstudyEdgeStoreRequest/),
    ]);
  });
});

/** Synthesized at commit 47be116 from the store of the test helpers; what no rule reads is left out. */
const version01 = (name: string): Resources =>
  JSON.parse(readFileSync(join(__dirname, `../../../fixtures/version-0.1/${name}.json`), 'utf8'));

describe('update from version 0.1', () => {
  const mirrored = { mirroredPathPatterns: ['/static/*'] };
  const RENAMED = { ...mirrored, originDomainName: 'origin2.shop.example.com' };

  test.each<[string, EdgeTopology['primary']]>([
    ['edge-load-balancer', LOAD_BALANCER],
    ['edge-addresses', ADDRESSES],
  ])('is refused by name at the record of the origin: %s', (name, primary) => {
    const recipe =
      'set topology.originDomainName to a new name, such as origin2.shop.example.com (README, "Change it later")';
    expect(refused(version01(name), edgeProps({ ...mirrored, primary }))).toEqual([
      expect.stringMatching(/^record origin\.shop\.example\.com CNAME origin\.shop\.example\.com-primary: /),
      expect.stringMatching(
        /^record origin\.shop\.example\.com CNAME origin\.shop\.example\.com-secondary: /,
      ),
    ]);
    expect(refused(version01(name), edgeProps({ ...mirrored, primary }))[0]).toContain(recipe);
  });

  test.each<[string, EdgeTopology['primary']]>([
    ['edge-load-balancer', LOAD_BALANCER],
    ['edge-addresses', ADDRESSES],
  ])('goes by another name of the origin, and back: %s', (name, primary) => {
    expect(
      refused(version01(name), edgeProps({ ...RENAMED, primary }), edgeProps({ ...mirrored, primary })),
    ).toEqual([]);
  });

  test.each<[string, UnderstudyProps]>([
    ['edge-host-name', edgeProps({ ...mirrored, primary: HOST_NAME })],
    ['dns', DNS],
  ])('needs nothing: %s', (name, store) => {
    expect(refused(version01(name), store)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreTarget } from '../../lib/store-target';
import type { DnsTopology, EdgeTopology, UnderstudyProps } from '../../lib/understudy-props';

/** The feature flags that the app itself runs with. */
export const APP_CONTEXT: Record<string, unknown> = JSON.parse(
  readFileSync(join(__dirname, '../../cdk.json'), 'utf8'),
).context;

export const LOAD_BALANCER = StoreTarget.loadBalancer(
  'shop.eu-central-1.elb.amazonaws.com',
  'Z215JYRZR1TBD5',
);

export const EDGE: EdgeTopology = { kind: 'edge', primary: LOAD_BALANCER };

export const DNS: DnsTopology = {
  kind: 'dns',
  primary: StoreTarget.ipAddresses(['23.227.38.65'], ['2620:127:f00f:5::']),
  alternateDomainNames: [
    { domainName: 'www.shop.example.com', primary: StoreTarget.hostName('shops.myshopify.com') },
  ],
};

const STORE: UnderstudyProps = {
  domainName: 'shop.example.com',
  hostedZone: { hostedZoneId: 'Z0123456789EXAMPLE', zoneName: 'example.com' },
  topology: EDGE,
  healthChecks: {
    endpoints: [
      { name: 'home', path: '/', searchString: 'Example Shop', critical: true },
      { name: 'checkout', path: '/checkout', searchString: 'Checkout' },
    ],
  },
  onCall: { emails: ['on-call@example.com'], runbookUrl: 'https://wiki.example.com/store-down' },
  page: { storeName: 'Example Shop', contact: { email: 'help@example.com' } },
};

/** A valid store with the `edge` topology, but with what the test is about. */
export const storeProps = (changes: Partial<UnderstudyProps> = {}): UnderstudyProps => ({
  ...STORE,
  ...changes,
});

/** A valid store with the `edge` topology, but with these settings of it. */
export const edgeProps = (changes: Partial<EdgeTopology> = {}): UnderstudyProps =>
  storeProps({ topology: { ...EDGE, ...changes } });

/** A valid store with the `dns` topology, but with these settings of it. */
export const dnsProps = (changes: Partial<DnsTopology> = {}): UnderstudyProps =>
  storeProps({ topology: { ...DNS, ...changes } });

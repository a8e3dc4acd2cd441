import { Duration, Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Channel } from '../../lib';
import { StoreTarget } from '../../lib/store-target';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { EXTRAS, LOGO_SVG, pageProps } from '../helpers/page-props';
import { dnsProps, edgeProps, LOAD_BALANCER, storeProps } from '../helpers/store-props';

const DOCUMENTS = { '/robots.txt': 'User-agent: *\n' };
const MIRRORED = { mirroredPathPatterns: ['/static/*'], sharedPathPatterns: ['/media/*'] };
/** Names at which nobody is: `understudy verify` asks them. */
const NOWHERE = {
  primary: LOAD_BALANCER,
  alternateDomainNames: [
    { domainName: 'www.shop.example.com', primary: StoreTarget.hostName('shop.hosting.example.net') },
  ],
};
const ON_CALL = {
  ...storeProps().onCall,
  phoneNumbers: ['+48123456789'],
  webhooks: ['https://events.example.com/store'],
};

/** A store of each topology before its cut-over. */
export const READY: Readonly<Record<'edge' | 'dns', UnderstudyProps>> = {
  edge: { ...edgeProps(MIRRORED), onCall: ON_CALL, documents: DOCUMENTS, cutOver: false },
  dns: { ...dnsProps(NOWHERE), onCall: ON_CALL, documents: DOCUMENTS, cutOver: false },
};

/** The same store once it has cut over. */
export const cutOver = (store: UnderstudyProps): UnderstudyProps => ({ ...store, cutOver: true });

/** The same store with nearly everything said otherwise. */
export function changed(store: UnderstudyProps): UnderstudyProps {
  return {
    ...cutOver(store),
    topology:
      store.topology.kind === 'edge'
        ? {
            ...store.topology,
            standby: StoreTarget.hostName('shop.other-hosting.example.org'),
            alternateDomainNames: ['www.shop.example.com'],
            readTimeout: Duration.seconds(8),
            writeTimeout: Duration.seconds(50),
            failoverTtl: Duration.seconds(60),
          }
        : { ...store.topology, failoverTtl: Duration.seconds(60) },
    healthChecks: {
      endpoints: [
        { name: 'home', path: '/welcome', searchString: 'Hello', critical: true, restoreOrder: 2 },
        { name: 'checkout', path: '/checkout', searchString: 'Pay', severity: 'SEV1', restoreOrder: 1 },
        { name: 'search', path: '/search', searchString: 'Find' },
      ],
      failureThreshold: 4,
    },
    onCall: {
      ...ON_CALL,
      emails: ['second@example.com'],
      channels: [
        Channel.slack({ secret: secret('slack') }),
        Channel.pagerDuty({ secret: secret('pagerduty') }),
      ],
      escalation: { after: Duration.minutes(10), emails: ['head-of-shop@example.com'] },
      contacts: [{ role: 'hosting', reach: '+48 123 456 780' }],
      targets: { SEV1: { respond: Duration.minutes(15), mend: Duration.hours(1) } },
    },
    page: {
      ...pageProps(),
      ...EXTRAS,
      logoSvg: LOGO_SVG,
      paymentProviderOrigins: ['https://pay.example.net'],
    },
    documents: { ...DOCUMENTS, '/sitemap.xml': '<urlset/>' },
    latencyAlarm: { threshold: Duration.millis(1_500) },
    returnSpread: Duration.minutes(2),
    revenuePerMinute: { amount: 90, currency: 'EUR' },
  };
}

const secret = (name: string) =>
  Secret.fromSecretCompleteArn(
    new Stack(undefined, 'Elsewhere'),
    'Secret',
    `arn:aws:secretsmanager:us-east-1:000000000000:secret:shop/${name}-AbCdEf`,
  );

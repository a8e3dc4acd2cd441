import { Duration } from 'aws-cdk-lib';
import { Channel, StoreTarget, type UnderstudyProps } from '../../lib';
import { EXTRAS, LOGO_SVG, pageProps } from './page-props';
import { existingSecret } from './secrets';
import { EDGE, storeProps } from './store-props';

/** A valid `edge` store that says something of everything. */
export const fullProps = (): UnderstudyProps => ({
  ...storeProps(),
  topology: {
    ...EDGE,
    standby: StoreTarget.ipAddresses(['8.8.8.8']),
    originDomainName: 'origin.example.com',
    alternateDomainNames: ['www.shop.example.com'],
    mirroredPathPatterns: ['/static/*'],
    sharedPathPatterns: ['/media/*'],
    connectionTimeout: Duration.seconds(2),
    readTimeout: Duration.seconds(9),
    writeTimeout: Duration.seconds(60),
    completionTimeout: Duration.minutes(10),
    paymentReturnPathPatterns: ['/pay*'],
    errorCachingTtl: Duration.seconds(2),
    failoverTtl: Duration.seconds(30),
  },
  healthChecks: {
    endpoints: [
      {
        name: 'home',
        path: '/',
        searchString: 'Example Shop',
        critical: true,
        severity: 'SEV2',
        restoreOrder: 2,
      },
      { name: 'checkout', path: '/checkout', searchString: 'Checkout', severity: 'SEV1', restoreOrder: 1 },
    ],
  },
  onCall: {
    emails: ['a@example.com'],
    phoneNumbers: ['+48123456789'],
    webhooks: ['https://a.example.com/x'],
    channels: [Channel.slack({ secret: existingSecret() })],
    runbookUrl: 'https://wiki.example.com',
    owner: 'ops',
    timeZone: 'Europe/Warsaw',
    contacts: [{ role: 'hosting', reach: '+48 1' }],
    monitoringHold: Duration.minutes(5),
    longOutage: Duration.hours(24),
    escalation: { after: Duration.minutes(10), emails: ['b@example.com'] },
  },
  page: {
    ...pageProps(),
    ...EXTRAS,
    offer: { text: EXTRAS.offer?.text ?? '', code: 'THANKS-10' },
    language: 'en',
    languageCookie: 'lang',
    logoSvg: LOGO_SVG,
    colors: { accent: '#0b7a5b', background: '#ffffff', text: '#1a1a1a' },
    checkoutPathPatterns: ['/checkout*'],
    confirmedOrders: 'unaffected',
    paymentProviderOrigins: ['https://pay.example.net'],
  },
  returnSpread: Duration.seconds(30),
  documents: { '/robots.txt': 'User-agent: *' },
  cutOver: true,
  latencyAlarm: { threshold: Duration.millis(1_500) },
  journey: { cart: '/panier' },
  budgets: { alertSeconds: 120 },
  revenuePerMinute: { amount: 90, currency: 'EUR' },
});

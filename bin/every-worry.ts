import { App, Duration, Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Channel, type OnCallProps, StoreTarget, Understudy, type UnderstudyProps } from '../lib';
import { emergencyPage } from './emergency-page';
import { storeDocuments } from './store-documents';

/** A store whose owner has thought of every worry in the README's table. Take from it what you need. */
const stack = new Stack(new App(), 'Understudy', {
  env: { region: 'us-east-1' },
  terminationProtection: true,
});

const page: UnderstudyProps['page'] = {
  ...emergencyPage,
  languages: ['en', 'pl'],
  // Where the sale can still be made.
  salesChannels: [
    { label: 'Example Shop on Amazon', url: 'https://www.amazon.com/stores/example' },
    {
      label: { en: 'Example Shop on Allegro', pl: 'Example Shop na Allegro' },
      url: 'https://allegro.pl/example',
    },
  ],
  shopsUrl: 'https://shops.example.net/',
  notify: { email: 'news@example.com' },
  // Anybody who reads the page's source finds the code: give the promotion itself a limit.
  offer: {
    text: {
      en: 'Thank you for waiting: 10 % off your next order.',
      pl: 'Dziękujemy za cierpliwość: 10 % rabatu.',
    },
    code: 'THANKS-10',
    validUntil: '2027-06-30T22:59:59Z',
    termsUrl: 'https://help.example.net/terms',
  },
  basket: 'account',
  confirmedOrders: 'unaffected',
  paymentProviderOrigins: ['https://*.pay.example.net'],
  feedbackUrl: 'https://feedback.example.net/',
  statusPageUrl: 'https://status.example.net/',
  contact: {
    ...emergencyPage.contact,
    hours: { en: 'Mon-Fri 9:00-17:00 CET', pl: 'Pon.-pt. 9:00-17:00 CET' },
  },
};

const onCall: OnCallProps = {
  emails: ['on-call@example.com'],
  phoneNumbers: ['+48123456789'],
  channels: [
    Channel.slack({ secret: Secret.fromSecretNameV2(stack, 'Slack', 'shop/slack') }),
    Channel.pagerDuty({ secret: Secret.fromSecretNameV2(stack, 'PagerDuty', 'shop/pagerduty') }),
  ],
  // Whom to call, a tap away in the runbook; and who is told when nobody has it within ten minutes.
  contacts: [
    { role: 'hosting', reach: '+48 123 456 780' },
    { role: 'payments', reach: 'support@pay.example.net' },
  ],
  escalation: { after: Duration.minutes(10), emails: ['head-of-shop@example.com'] },
  // One that passes is told once, to the second contact, too.
  targets: { SEV1: { respond: Duration.minutes(15), mend: Duration.hours(1) } },
  runbookUrl: 'https://wiki.example.com/runbooks/store-down',
  timeZone: 'Europe/Warsaw',
};

const store: UnderstudyProps = {
  domainName: 'shop.example.com',
  hostedZone: { hostedZoneId: 'Z0123456789EXAMPLE', zoneName: 'example.com' },
  topology: {
    kind: 'edge',
    primary: StoreTarget.hostName('shop.hosting.example.net'),
    // A second place that can sell.
    standby: StoreTarget.hostName('shop.other-hosting.example.org'),
    // The same for everybody: kept at the edge, shown while the store is down, and a launch does not reach the store.
    sharedPathPatterns: ['/media/*', '/products/*'],
  },
  healthChecks: {
    endpoints: [
      { name: 'home', path: '/', searchString: 'Example Shop', critical: true, restoreOrder: 2 },
      // Closes nothing, but gets people out of bed, and is restored first.
      { name: 'checkout', path: '/checkout', searchString: 'Checkout', severity: 'SEV1', restoreOrder: 1 },
    ],
    // A slow store alerts; only silence closes it. With it a latency alarm has something to tell.
    slowCloses: false,
  },
  latencyAlarm: { threshold: Duration.millis(1_500) },
  onCall,
  page,
  // What machines ask for stays with status 200, so that no search rank is lost.
  documents: storeDocuments,
  // So that they don't all come back at once.
  returnSpread: Duration.minutes(2),
  revenuePerMinute: { amount: 90, currency: 'EUR' },
};

new Understudy(stack, 'Understudy', store);

import { App, Stack } from 'aws-cdk-lib';
import {
  type DnsTopology,
  type EdgeTopology,
  PropsError,
  StoreTarget,
  Understudy,
  type UnderstudyProps,
} from '../lib';
import { emergencyPage } from './emergency-page';
import { storeDocuments } from './store-documents';

const edge: EdgeTopology = {
  kind: 'edge',
  primary: StoreTarget.loadBalancer('shop-alb-1234567890.eu-central-1.elb.amazonaws.com', 'Z215JYRZR1TBD5'),
  mirroredPathPatterns: ['/static/*'],
  // The same for everybody. A catalogue such as /products/* belongs here too, if it has no form, no name and no basket.
  sharedPathPatterns: ['/media/*'],
};

const dns: DnsTopology = {
  kind: 'dns',
  primary: StoreTarget.ipAddresses(['23.227.38.65'], ['2620:127:f00f:5::']),
  alternateDomainNames: [
    { domainName: 'www.shop.example.com', primary: StoreTarget.hostName('shops.myshopify.com') },
  ],
};

/** The example store. Replace what is said here with your own store, then rehearse, then deploy. */
const store: Omit<UnderstudyProps, 'topology'> = {
  domainName: 'shop.example.com',
  hostedZone: { hostedZoneId: 'Z0123456789EXAMPLE', zoneName: 'example.com' },
  healthChecks: {
    endpoints: [
      // Whatever needs more than 2 s counts as down: give a light page as critical.
      { name: 'home', path: '/', searchString: 'Example Shop', critical: true },
      { name: 'checkout', path: '/checkout', searchString: 'Checkout' },
    ],
  },
  onCall: {
    emails: ['on-call@example.com'],
    phoneNumbers: ['+48123456789'],
    webhooks: ['https://events.example.com/store'],
    runbookUrl: 'https://wiki.example.com/runbooks/store-down',
    timeZone: 'Europe/Warsaw',
  },
  revenuePerMinute: { amount: 90, currency: 'EUR' },
  page: emergencyPage,
  documents: storeDocuments,
};

const topologies = new Map<unknown, EdgeTopology | DnsTopology>([
  ['edge', edge],
  ['dns', dns],
]);

/** The app. `-c topology=dns` chooses the other topology. @throws PropsError */
function describeApp(app: App): void {
  const chosen: unknown = app.node.tryGetContext('topology') ?? 'edge';
  const topology = topologies.get(chosen);
  if (topology === undefined) {
    throw new PropsError(
      `topology: must be "edge" or "dns", got ${JSON.stringify(chosen)}; run cdk synth -c topology=dns`,
    );
  }
  // Without the stack the shop has no records: to destroy it, set this to false and deploy first.
  const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' }, terminationProtection: true });
  new Understudy(stack, 'Understudy', { ...store, topology });
}

try {
  describeApp(new App());
} catch (error) {
  if (!(error instanceof PropsError)) {
    throw error;
  }
  console.error(error.message);
  // At once: left to its end, the process would synthesize what there is of the app.
  process.exit(1);
}

import { RestApis } from '../api-gateway/rest-apis';
import { readAssembly } from '../assembly/assembly';
import { Deployment } from '../assembly/deployment';
import { cloudWatchApi } from '../aws-api/cloudwatch-api';
import { route53Api } from '../aws-api/route53-api';
import { s3Api } from '../aws-api/s3-api';
import { secretsApi } from '../aws-api/secrets-api';
import { snsApi } from '../aws-api/sns-api';
import { sqsApi } from '../aws-api/sqs-api';
import type { Clock } from '../clock/clock';
import { seededRandom } from '../clock/random';
import { RegionalClock } from '../clock/regional-clock';
import { Distributions } from '../cloudfront/distributions';
import { alarmEvent } from '../cloudwatch/alarm-change';
import { Alarms } from '../cloudwatch/alarms';
import { MetricStore } from '../cloudwatch/metric-store';
import { type CostItem, monthlyCost } from '../cost/monthly-cost';
import { TABLE } from '../dynamodb/resource';
import { RehearsalError } from '../errors';
import { EventLog } from '../event-log';
import { EventBus } from '../events/event-bus';
import { embeddedMetrics } from '../lambda/embedded-metrics';
import { Functions } from '../lambda/functions';
import type { Outside } from '../lambda/outside';
import { giveBackRuntime, takeRuntime } from '../lambda/runtime';
import { LoadBalancers } from '../load-balancing/load-balancers';
import type { Exchange } from '../network/exchange';
import { type Host, Internet } from '../network/network';
import { RegionalHost } from '../network/regional-host';
import { readTimingFacts, type TimingFacts } from '../prediction/predicted-times';
import { HealthChecks } from '../route53/health-checks';
import { DnsResolver } from '../route53/resolver';
import { Zone } from '../route53/zone';
import { Buckets } from '../s3/buckets';
import { S3Endpoint } from '../s3/endpoint';
import { type Disruptions, NO_DISRUPTIONS } from '../scenario/disruptions';
import { Topics, type WebhookDelivery } from '../sns/topics';
import { Queues } from '../sqs/queues';
import type { ExampleStore } from '../store/example-store';
import { SimulatedStore } from '../store/simulated-store';
import { type Coverage, checkCoverage } from './coverage';
import { type RehearsalSettings, readSettings } from './settings';
import { storeAddresses } from './store-addresses';
import { carryOut, handOver, requireTargets } from './targets';

/** Everything around the store, built from nothing but a cloud assembly. */
export interface World {
  readonly settings: RehearsalSettings;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly internet: Internet;
  readonly zone: Zone;
  readonly healthChecks: HealthChecks;
  readonly buckets: Buckets;
  readonly alarms: Alarms;
  readonly coverage: Coverage;
  readonly cost: readonly CostItem[];
  /** What predictions are made from. */
  readonly timing: TimingFacts;
  /**
   * Another resolver, with an empty cache.
   * @param minimumTtlSeconds how long it keeps an answer whatever the TTL. @default 0
   */
  readonly resolver: (name: string, minimumTtlSeconds?: number) => DnsResolver;
  /** The output of a stack whose name contains a text. @throws Error when there is none */
  readonly output: (text: string) => string;
  /** Invokes a function by its name and waits. @throws Error when it breaks, or while its region stands still */
  readonly ask: (functionName: string, request: unknown) => Promise<unknown>;
  /** Gives the local servers back. */
  close(): Promise<void>;
}

/** What a world is built with. */
export interface WorldOptions {
  /** A cloud assembly, such as `cdk.out`. */
  readonly assembly: string;
  readonly clock: Clock;
  /** Everything that is left to chance follows from it. */
  readonly seed: number;
  /** Puts the store on the network: at its addresses, showing what health checks look for. */
  readonly hostStore: (addresses: ReadonlySet<string>, store: ExampleStore) => Host;
  /** What is wrong with AWS's own services. @default - nothing */
  readonly disruptions?: Disruptions;
  /** Gets what webhooks get. @default - nothing is posted anywhere */
  readonly webhook?: (delivery: WebhookDelivery) => void;
}

/**
 * Builds the world of an assembly and sets it in motion on the clock.
 * @throws RehearsalError when the assembly holds something on the failover path that is not modelled
 */
export async function buildWorld({
  assembly,
  clock,
  seed,
  hostStore,
  disruptions = NO_DISRUPTIONS,
  webhook,
}: WorldOptions): Promise<World> {
  const deployment = new Deployment(readAssembly(assembly));
  const settings = readSettings(deployment);
  const random = seededRandom(seed);
  const log = new EventLog(() => clock.nowMs);
  const isLost = () => disruptions.regionBackMs() !== undefined;
  const regional = new RegionalClock(clock, disruptions.regionBackMs);
  const metrics = new MetricStore(clock, isLost);
  const internet = new Internet();
  const buckets = new Buckets(deployment);
  const queues = new Queues(deployment, regional, metrics);
  const topics = new Topics(deployment, {
    clock: regional,
    log,
    metrics,
    send: (queueArn) => queues.send(queueArn),
    invoke: (functionArn, event) => functions.invoke(functionArn, event),
    isDown: ({ protocol }) => disruptions.protocolFails(protocol),
    webhook,
  });

  const zone: Zone = new Zone(
    deployment,
    () => ({ healthChecks, loadBalancer: (name) => loadBalancers.isHealthy(name) }),
    log,
  );
  const resolver = (name: string, minimumTtlSeconds?: number) =>
    new DnsResolver(name, zone, { clock, log, minimumTtlSeconds });
  const checkerDns = (hostName: string) => zone.lookup(hostName).address;
  const healthChecks = new HealthChecks(deployment, {
    clock,
    log,
    metrics,
    random,
    internet,
    addressOf: checkerDns,
    checkerFault: ({ region }) => (disruptions.checkersFail(region) ? UNREACHABLE : undefined),
  });
  const loadBalancers = new LoadBalancers(deployment, zone.evaluatedTargets, {
    ...{ clock, log, random, internet },
  });
  log.subscribe(({ kind }) => {
    if (kind === 'health-check') zone.noteChanges();
  });

  const edgeResolvers: DnsResolver[] = [];
  const addressOf = (location: number, hostName: string) => {
    edgeResolvers[location] ??= resolver(`edge location ${location + 1}`);
    return edgeResolvers[location].addressOf(hostName);
  };
  const distributions = new Distributions(deployment, { internet, metrics, addressOf });
  internet.add(distributions);
  internet.add(new RegionalHost(new RestApis(deployment), isLost));
  internet.add(new RegionalHost(new S3Endpoint(buckets), isLost));
  const { store, standby } = storeAddresses({ zone, distributions, healthChecks });
  const example = { name: settings.domainName, searchTexts: searchTexts(healthChecks, loadBalancers) };
  internet.add(hostStore(store, example));
  // Emulation: a standby that is not in the assembly works as the store does, and never fails.
  internet.add(new SimulatedStore(standby, example));

  requireShop(settings.domainName, zone, internet);

  const alarms: Alarms = new Alarms(deployment, {
    clock: regional,
    log,
    metrics,
    random,
    onChange: (change) => bus.put(alarmEvent(change)),
    act: (actionArn, change) => carryOut(targets, actionArn, change),
  });
  const functions: Functions = new Functions(deployment, {
    clock: regional,
    log,
    metrics,
    queues,
    fails: disruptions.functionsFail,
    serviceEnv: () => runtime.serviceEnv,
    load: (bundle) => runtime.handler(bundle),
  });
  const targets = { topics, queues, functions };
  const bus: EventBus = new EventBus(deployment, regional, (targetArn, input) =>
    handOver(targets, targetArn, input),
  );
  requireTargets(deployment, targets);
  const tableResources = deployment.all(TABLE);
  // Whatever can stop the rehearsal comes before a runtime is taken, which would have to be given back.
  const coverage = checkCoverage(deployment);
  const cost = monthlyCost(deployment);
  const timing = readTimingFacts(deployment, settings.domainName);
  const runtime = await takeRuntime();
  runtime.serve({
    services: {
      CLOUDWATCH: cloudWatchApi(alarms, metrics),
      SNS: snsApi(topics),
      ROUTE_53: route53Api(healthChecks),
      S3: s3Api(buckets),
      SECRETS_MANAGER: secretsApi,
      SQS: sqsApi((queueArn) => queues.send(queueArn)),
    },
    nowMs: () => clock.nowMs,
    outside: receivers(log, disruptions),
    onLog: (line) => {
      for (const { metric, value } of embeddedMetrics(line)) metrics.put(metric, value);
    },
  });
  await runtime.tables.create(tableResources);

  return {
    settings,
    clock,
    log,
    internet,
    zone,
    healthChecks,
    buckets,
    alarms,
    coverage,
    cost,
    timing,
    resolver,
    output: (text) => {
      const [value] = deployment.outputs(text);
      if (value === undefined) throw new Error(`no stack of the assembly has an output ${text}`);
      return value;
    },
    ask: async (functionName, request) => {
      if (isLost()) throw new Error(`${functionName}: its region stands still`);
      return functions.ask(functionName, request);
    },
    close: () => giveBackRuntime(runtime),
  };
}

/** Pagers and chats: they take every message, except while HTTPS deliveries fail. */
const receivers =
  (log: EventLog, { protocolFails }: Disruptions): Outside =>
  ({ hostName, body }) => {
    if (protocolFails('https')) return 503;
    log.record({
      kind: 'message',
      topic: 'a channel',
      protocol: 'https',
      endpoint: hostName,
      subject: `to ${hostName}`,
      body,
    });
    return 202;
  };

/** What a health checker meets that can't get through. */
const UNREACHABLE: Exchange = { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY };

/** Without the shop's own records nobody would get as far as to see anything fail. */
function requireShop(domainName: string, zone: Zone, internet: Internet): void {
  const { address } = zone.lookup(domainName);
  if (internet.answersAt(address)) return;
  throw new RehearsalError(
    'NOTHING_TO_REHEARSE',
    `${domainName}: no record of the assembly leads it to the store or to CloudFront, got ${address}; rehearse with cutOver: true`,
  );
}

const searchTexts = (healthChecks: HealthChecks, { paths }: LoadBalancers): Record<string, string> =>
  Object.fromEntries(
    [...paths.map((path) => ({ path, text: '' })), ...healthChecks.searches].map(({ path, text }) => [
      path.split('?')[0],
      text,
    ]),
  );

import type { Deployment } from '../../aws/assembly/deployment';
import type { Alarms } from '../../aws/cloudwatch/alarms';
import { TABLE } from '../../aws/dynamodb/resource';
import { acquireRuntime, type Runtime, releaseRuntime } from '../../aws/lambda/runtime';
import { Buckets } from '../../aws/s3/buckets';
import { SUBSCRIPTION } from '../../aws/sns/resource';
import { type CostItem, monthlyCost } from '../../facts/monthly-cost';
import type { RehearsalSettings } from '../../facts/settings';
import { readTimingFacts, type TimingFacts } from '../../facts/timing-facts';
import type { Clock } from '../../kernel/clock/clock';
import type { EventLog } from '../../kernel/event-log';
import { Internet } from '../../kernel/network/network';
import type { Coverage } from '../../record/coverage';
import { type Access, accessTo } from './access';
import { coverageOf } from './coverage';
import { buildDns, type Dns } from './dns';
import { functionWorld } from './function-world';
import { addHosts, type HostStore } from './hosts';
import { buildMessaging, buildWatch, type MessagingTargets, type Watch } from './services';
import { askForStandingCalls } from './standing-calls';
import { layWorldDeps, type WorldDeps, type WorldDepsOptions } from './world-deps';

/** What can be told of an assembly before anything is played. */
export interface AssemblyFacts {
  readonly coverage: Coverage;
  /** What the stack costs a month while nothing happens. */
  readonly cost: readonly CostItem[];
  /** What predictions are made from. */
  readonly timing: TimingFacts;
  /** The protocols over which anybody is told anything, each once. */
  readonly contacts: readonly string[];
}

/** Everything around the store, built from nothing but a cloud assembly. */
export interface World extends Dns, Access, AssemblyFacts {
  readonly settings: RehearsalSettings;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly internet: Internet;
  readonly buckets: Buckets;
  readonly alarms: Alarms;
  /** Gives the local servers back. */
  close(): Promise<void>;
}

/** What a world is built with. */
export interface WorldOptions extends WorldDepsOptions, Pick<MessagingTargets, 'webhook'> {
  readonly hostStore: HostStore;
}

/**
 * Builds the world of an assembly and sets it in motion on the clock.
 * @throws RehearsalError when the assembly holds something on the failover path that is not modelled
 */
export async function buildWorld({ hostStore, webhook, ...options }: WorldOptions): Promise<World> {
  const deps = layWorldDeps(options);
  const { deployment, settings, clock, log } = deps;
  const internet = new Internet();
  const buckets = new Buckets(deployment);
  const messaging = buildMessaging(deps, {
    invoke: (functionArn, event) => watch.functions.invoke(functionArn, event),
    webhook,
  });
  const dns = buildDns(deps, internet);
  addHosts(deps, { internet, dns, buckets, hostStore });
  const watch: Watch = buildWatch(deps, messaging, {
    serviceEnv: () => runtime.serviceEnv,
    load: (bundle) => runtime.handler(bundle),
  });
  const { alarms } = watch;
  const tables = deployment.all(TABLE);
  // Whatever can stop the rehearsal comes before a runtime is taken, which would have to be given back.
  const facts = readFacts(deps);
  const runtime: Runtime = await acquireRuntime();
  runtime.serve(functionWorld(deps, { ...messaging, ...dns, alarms, buckets }));
  const close = () => releaseRuntime(runtime);
  await runtime.tables.create(tables).catch(async (error) => {
    await close();
    throw error;
  });
  askForStandingCalls(deployment, deps.gate);
  const access = accessTo(deps, watch.functions);
  return { ...dns, ...facts, ...access, settings, clock, log, internet, buckets, alarms, close };
}

/** What a function is subscribed for it passes on over HTTPS. */
const readContacts = (deployment: Deployment): readonly string[] => [
  ...new Set(
    deployment
      .all(SUBSCRIPTION)
      .map(({ properties: { Protocol } }) => (Protocol === 'lambda' ? 'https' : Protocol)),
  ),
];

/** @throws RehearsalError UNSUPPORTED_RESOURCE for an unknown type on the failover path */
const readFacts = ({ deployment, settings }: WorldDeps): AssemblyFacts => ({
  coverage: coverageOf(deployment),
  cost: monthlyCost(deployment),
  timing: readTimingFacts(deployment, settings.domainName),
  contacts: readContacts(deployment),
});

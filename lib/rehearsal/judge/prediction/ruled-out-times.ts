import type { AlarmFacts } from '../../facts/alarm-facts';
import type { TimingFacts } from '../../facts/timing-facts';
import { isStoreFault, type ScenarioFault } from '../../scenario/fault';
import type { PredictionInput } from './predictable-failure';
import { staysHealthy } from './stays-healthy';

/** What arithmetic can say that it does not happen. */
export const RULED_OUT = ['detectMs', 'dnsMs', 'firstPageMs', 'alertMs'] as const;
export type RuledOut = (typeof RULED_OUT)[number];

/**
 * What can't happen, because no health check and no alarm can see what goes wrong, or not for long enough. Says nothing
 * where chance decides, or an overloaded store.
 */
export function ruledOutTimes(facts: TimingFacts, scenario: PredictionInput): readonly RuledOut[] {
  if (scenario.capacity !== undefined || !staysPrimary(facts, scenario.faults)) {
    return [];
  }
  return [
    'detectMs',
    'dnsMs',
    ...(onlyDnsShowsPage(facts) ? (['firstPageMs'] as const) : []),
    ...(isQuiet(facts, scenario) ? (['alertMs'] as const) : []),
  ];
}

/** Whether Route 53 is sure to answer with PRIMARY all the time, for every name. */
export const staysPrimary = (
  { failovers, healthChecks }: TimingFacts,
  faults: readonly ScenarioFault[],
): boolean =>
  failovers.every(
    ({ healthCheckId, evaluatesTarget }) =>
      !evaluatesTarget && (healthCheckId === undefined || staysHealthy(healthCheckId, faults, healthChecks)),
  );

/** Where shoppers ask the store itself until DNS leads them elsewhere. */
function onlyDnsShowsPage({ domainName, failovers }: TimingFacts): boolean {
  const own = failovers.filter(({ name }) => name === domainName);
  return own.length > 0 && own.every(({ leadsToStore }) => leadsToStore);
}

/** Faults beside those of the store that reach no function, queue or topic. */
const HARMLESS: ReadonlySet<ScenarioFault['kind']> = new Set(['checkers fail', 'spike']);

/** Whether no alarm can tell of trouble, and nobody speaks. */
function isQuiet({ alarming, healthChecks }: TimingFacts, { faults, people = [] }: PredictionInput): boolean {
  if (people.length > 0) {
    return false;
  }
  if (faults.some((fault) => !isStoreFault(fault) && !HARMLESS.has(fault.kind))) {
    return false;
  }
  const reachesEdge = faults.some((fault) => isStoreFault(fault) || fault.kind === 'spike');
  return alarming.alarms.every((alarm) =>
    alarm.healthCheckId === undefined
      ? staysOk(alarm, reachesEdge)
      : staysHealthy(alarm.healthCheckId, faults, healthChecks),
  );
}

/** Metrics of the stack's own functions, queues and topics, which have nothing to do. */
const OWN: ReadonlySet<string> = new Set(['AWS/Lambda', 'AWS/SQS', 'AWS/SNS']);

/** Even a blip may spoil as many minutes at the edge as an alarm on errors needs. */
function staysOk({ namespace, countsSamples }: AlarmFacts, reachesEdge: boolean): boolean {
  if (namespace === 'AWS/Route53') {
    return countsSamples;
  }
  if (namespace === 'AWS/CloudFront') {
    return !reachesEdge;
  }
  return OWN.has(namespace) || !namespace.startsWith('AWS/');
}

import type { Duration } from 'aws-cdk-lib';
import type { Severity, SymptomKind, Watched } from '../../../lambda/status-update/contract/symptom';
import { checkers, shopperAnswer, symptoms } from '../runbook/check';
import type { AlarmDefinition } from './alarm-definition';
import {
  type AlarmEvaluation,
  EDGE_ERRORS,
  HEALTH_CHECK_FAILS,
  IN_HAND,
  LASTING_EDGE_ERRORS,
  PAGE_CHECK_FAILS,
  slowerThan,
} from './evaluations';
import {
  edge5xxErrorRate,
  healthCheckStatus,
  incidentInHand,
  originLatency,
  timeToFirstByte,
} from './metrics';
import { inRestoreOrder } from './restore-order';

/** An endpoint of the store and the health check that probes it. */
export interface MonitoredEndpoint {
  readonly name: string;
  readonly critical: boolean;
  /** @default - as the kind of its symptom usually is */
  readonly severity?: Severity | undefined;
  /** @default - after those that have one, critical ones first */
  readonly restoreOrder?: number | undefined;
  readonly healthCheckId: string;
}

/** Where the latency comes from: what shoppers' requests met at the edge, or what the checkers measured. */
export type LatencySource =
  | { readonly kind: 'cloudfront'; readonly distributionId: string; readonly threshold: Duration }
  | { readonly kind: 'health-check'; readonly healthCheckId: string; readonly threshold: Duration };

/** What can be wrong with one store, and where that shows. */
export interface SymptomSources {
  readonly domainName: string;
  /** The calculated health check over the critical endpoints. */
  readonly storeHealthCheckId: string;
  /** The health checks of the ports that close the store, where only these do. @default - critical endpoints close it */
  readonly portHealthCheckIds?: readonly string[];
  /** At least one; each name once. */
  readonly endpoints: readonly MonitoredEndpoint[];
  /** Whether a critical endpoint closes the store that fails its check; else only a dead port does. @default true */
  readonly slowCloses?: boolean;
  /** The distribution in front of the store. @default - the store has its own front door: no alarm on edge errors */
  readonly edge?: { readonly distributionId: string };
  /** @default - no latency alarm */
  readonly latency?: LatencySource;
}

/** An alarm that says something about the store itself. */
export interface SymptomDefinition extends AlarmDefinition {
  readonly kind: SymptomKind;
  readonly watches: Watched;
  readonly label: string;
  readonly severity?: Severity | undefined;
  readonly portChecks?: readonly string[] | undefined;
}

/** The way out, where the check is wrong and not the store. */
const FALSE_ALARM = ' If the store is well and the check is wrong: npx understudy failover hold primary.';

/** Every symptom of a store, the worst first, and of endpoints the first to restore first. */
export function symptomDefinitions(sources: SymptomSources): readonly SymptomDefinition[] {
  const { domainName, edge, latency, slowCloses = true } = sources;
  const fails = slowCloses ? endpointDown : openEndpointDown;
  return [
    storeDown(sources),
    ...inRestoreOrder(sources.endpoints).map((endpoint) =>
      (endpoint.critical ? fails : endpointDown)(domainName, endpoint),
    ),
    ...(edge ? edgeErrors(domainName, edge.distributionId) : []),
    ...(latency ? [slow(domainName, latency)] : []),
  ];
}

function storeDown({
  domainName,
  storeHealthCheckId,
  portHealthCheckIds = [],
  slowCloses = true,
}: SymptomSources): SymptomDefinition {
  const because = slowCloses ? 'a critical health check fails' : 'nothing takes connections at its port';
  return {
    id: 'StoreDown',
    suffix: 'store-down',
    kind: 'store-down',
    watches: 'store',
    label: 'store',
    ...(portHealthCheckIds.length > 0 && { portChecks: portHealthCheckIds }),
    metric: healthCheckStatus(storeHealthCheckId),
    evaluation: HEALTH_CHECK_FAILS,
    text: {
      impact: `Shoppers of ${domainName} get the emergency page, because ${because} or a person holds it closed.`,
      action: `Repair the origin${slowCloses ? ', or make it answer within 2 s' : ''}; shoppers come back by themselves once its health checks pass.${FALSE_ALARM}`,
    },
    check: shopperAnswer(domainName),
  };
}

function endpointDown(domainName: string, endpoint: MonitoredEndpoint): SymptomDefinition {
  return {
    id: `EndpointDown-${endpoint.name}`,
    suffix: `${endpoint.name}-down`,
    // The store is up when its critical endpoints are: one of them down is the store down.
    kind: endpoint.critical ? 'store-down' : 'endpoint-down',
    watches: 'endpoint',
    label: endpoint.name,
    severity: endpoint.severity,
    metric: healthCheckStatus(endpoint.healthCheckId),
    evaluation: HEALTH_CHECK_FAILS,
    text: {
      impact: endpoint.critical
        ? `"${endpoint.name}" of ${domainName} fails its health check, and the whole store counts as down with it.`
        : `"${endpoint.name}" of ${domainName} fails its health check, while the rest of the store stays open.`,
      action: `${lookAt(endpoint)}${endpoint.critical ? FALSE_ALARM : ''}`,
    },
    check: checkers,
  };
}

const lookAt = ({ name }: MonitoredEndpoint): string =>
  `Open "${name}" at the origin and look for an error, a redirect, a missing search string or an answer after more than 2 s.`;

/** A critical endpoint that fails while the store stays open: whether it is slow or worse, its checkers can't tell. */
function openEndpointDown(domainName: string, endpoint: MonitoredEndpoint): SymptomDefinition {
  const { text, ...definition } = endpointDown(domainName, endpoint);
  return {
    ...definition,
    kind: 'store-failing',
    text: {
      ...text,
      impact: `"${endpoint.name}" of ${domainName} fails its health check: it errs, or answers late. The store stays open, because slowCloses is false.`,
      action: lookAt(endpoint),
    },
  };
}

/**
 * Sees what health checks can't: they don't validate certificates, they come from other addresses, and they don't mind
 * if some requests fail. Many errors are told at once, a few when they last.
 */
function edgeErrors(domainName: string, distributionId: string): readonly SymptomDefinition[] {
  const common = {
    kind: 'edge-errors',
    watches: 'edge',
    label: 'edge',
    metric: edge5xxErrorRate(distributionId),
    check: shopperAnswer(domainName),
  } as const;
  const impact = ({ threshold }: AlarmEvaluation) =>
    `More than ${threshold}% of the answers to shoppers of ${domainName} are errors or the emergency page.`;
  return [
    {
      ...common,
      id: 'EdgeErrors',
      suffix: 'edge-errors',
      evaluation: EDGE_ERRORS,
      text: {
        impact: impact(EDGE_ERRORS),
        action:
          "If the health checks pass, look at the origin's TLS certificate and firewall, which they do not test; at night a few bad requests are enough, and the dashboard shows how many there are.",
      },
    },
    {
      ...common,
      id: 'LastingEdgeErrors',
      suffix: 'edge-errors-lasting',
      evaluation: LASTING_EDGE_ERRORS,
      text: {
        impact: impact(LASTING_EDGE_ERRORS),
        action: 'Look for one sick server among several, or one path that fails: the health checks may pass.',
      },
    },
  ];
}

function slow(domainName: string, latency: LatencySource): SymptomDefinition {
  const evaluation = slowerThan(latency.threshold);
  return {
    id: 'Slow',
    suffix: 'slow',
    kind: 'slow',
    watches: 'origin',
    label: 'origin',
    metric:
      latency.kind === 'cloudfront'
        ? originLatency(latency.distributionId)
        : timeToFirstByte(latency.healthCheckId),
    evaluation,
    text: {
      impact: `The origin of ${domainName} needs more than ${evaluation.threshold} ms to answer, so shoppers wait.`,
      action: 'Look for load, slow queries or a recent change before it fails altogether.',
    },
    check: shopperAnswer(domainName),
  };
}

/** The emergency page itself is broken: the store may be fine, its understudy is not. */
export function pageBroken(domainName: string, healthCheckId: string): AlarmDefinition {
  return {
    id: 'PageBroken',
    suffix: 'page-broken',
    metric: healthCheckStatus(healthCheckId),
    evaluation: PAGE_CHECK_FAILS,
    text: {
      impact: `The emergency page of ${domainName} fails its health check; if the store failed now, shoppers would meet a bare error.`,
      action: 'Check the emergency bucket, the distribution and its certificate before the page is needed.',
    },
    check: checkers,
  };
}

/** No trouble, but the opposite: it holds back further plain messages while people are told by the function. */
export const inHand = (domainName: string): AlarmDefinition => ({
  id: 'IncidentInHand',
  suffix: 'incident-in-hand',
  metric: incidentInHand(domainName),
  evaluation: IN_HAND,
  text: {
    impact: `An incident of ${domainName} is open, and the status-update function keeps on-call up to date.`,
    action: `Nothing to do; meanwhile, ${domainName}-outage sends no message of its own.`,
  },
  check: symptoms(domainName),
});

/** The composite alarm over all symptoms. */
export const outage = (domainName: string): Pick<AlarmDefinition, 'suffix' | 'text' | 'check'> => ({
  suffix: 'outage',
  text: {
    impact: `Some or all shoppers of ${domainName} can't buy as usual.`,
    action: `See which of the alarms named ${domainName}-* are in ALARM, and start with the store; each has steps of its own.`,
  },
  check: symptoms(domainName),
});

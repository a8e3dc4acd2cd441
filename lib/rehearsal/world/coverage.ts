import { splitByCoverage } from '../assembly/coverage';
import { type DeployedResource, resourceName } from '../assembly/deployed-resource';
import type { Deployment, ResourceCoverage } from '../assembly/deployment';
import { own } from '../assembly/own';
import type { MetricId } from '../cloudwatch/metric-store';
import { readMetricAlarm } from '../cloudwatch/read-metric-alarm';
import { ALARM } from '../cloudwatch/resource';
import { isSeenFrom } from '../cloudwatch/rules/metric-region';
import { RehearsalError } from '../errors';
import { ASIDE } from './aside';
import { mustBeModelled } from './failover-path';
import { MODELS } from './models';

/** What a rehearsal looked at, and what not. */
export interface Coverage {
  readonly modelled: readonly ResourceCoverage[];
  /** Resources that play no part, and alarms without data, with the reason. */
  readonly aside: readonly { readonly name: string; readonly type: string; readonly because: string }[];
  /** Off the failover path: resources of types that the rehearsal does not know, or with properties that it does not know. */
  readonly unknown: readonly { readonly name: string; readonly type: string }[];
}

/** AWS's own metrics that a rehearsal has, by their namespaces. */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  'AWS/CloudFront': [
    ...['Requests', '4xxErrorRate', '5xxErrorRate', 'TotalErrorRate'],
    ...['CacheHitRate', 'OriginLatency'],
    ...[401, 403, 404, 502, 503, 504].map((status) => `${status}ErrorRate`),
    ...['FunctionInvocations', 'FunctionExecutionErrors', 'FunctionValidationErrors'],
  ],
  'AWS/Lambda': ['Invocations', 'Errors'],
  'AWS/Route53': [
    ...['HealthCheckStatus', 'HealthCheckPercentageHealthy', 'ChildHealthCheckHealthyCount'],
    ...['ConnectionTime', 'TimeToFirstByte'],
  ],
  'AWS/SNS': ['NumberOfMessagesPublished'],
  'AWS/SQS': ['ApproximateNumberOfMessagesVisible'],
};

const isPlayed = ({ namespace, name }: MetricId): boolean =>
  !namespace.startsWith('AWS/') || (own(METRICS, namespace) ?? []).includes(name);

/** Alarms that never have data in a rehearsal, because it lacks their metrics or they are in another region. */
const silentAlarms = (deployment: Deployment): Coverage['aside'] =>
  deployment.all(ALARM).flatMap((resource) => {
    const { metrics, region } = readMetricAlarm(resource);
    const silent = metrics
      .map(({ metric }) => metric)
      .find((metric) => !isSeenFrom(region, metric.namespace) || !isPlayed(metric));
    const because = isSeenFrom(region, silent?.namespace ?? '')
      ? `a rehearsal has no metric ${silent?.name} of ${silent?.namespace}: this alarm never has data`
      : `metrics of ${silent?.namespace} are in us-east-1 only: in ${region} this alarm never has data`;
    return silent === undefined ? [] : [{ name: resource.name, type: ALARM.type, because }];
  });

const OFF_PATH = 'nothing on the failover path leads here: it takes no part in a rehearsal';

/**
 * Sorts every resource of the assembly.
 * @throws RehearsalError UNSUPPORTED_RESOURCE for an unknown type on the failover path
 */
export function checkCoverage(deployment: Deployment): Coverage {
  const { unread } = deployment;
  const blocking = unread.find(
    (resource) => mustBeModelled(resource.type) && deployment.shows(resourceName(resource)),
  );
  if (blocking !== undefined) {
    throw new RehearsalError(
      'UNSUPPORTED_RESOURCE',
      `${resourceName(blocking)}: the rehearsal does not model ${blocking.type}; remove it or rehearse without this resource`,
    );
  }
  const rest = unread.map((resource) => ({
    name: resourceName(resource),
    type: resource.type,
    because: reasonFor(resource),
  }));
  return {
    modelled: deployment.coverage,
    aside: [
      ...rest.flatMap(({ because, ...one }) => (because === undefined ? [] : [{ ...one, because }])),
      ...silentAlarms(deployment),
    ],
    unknown: rest.filter(({ because }) => because === undefined).map(({ name, type }) => ({ name, type })),
  };
}

/** Why a resource plays no part; undefined for one that the rehearsal does not know, or not all of. */
function reasonFor({ type, properties }: DeployedResource): string | undefined {
  const model = MODELS.get(type);
  if (model === undefined || own(ASIDE, type) !== undefined) return own(ASIDE, type);
  return splitByCoverage(properties, model.properties).coverage.unsupported.length === 0
    ? OFF_PATH
    : undefined;
}

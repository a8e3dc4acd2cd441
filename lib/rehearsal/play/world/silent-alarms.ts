import type { Deployment } from '../../aws/assembly/deployment';
import { ownProperty } from '../../aws/assembly/own-property';
import { additionalMetrics } from '../../aws/cloudfront/distributions';
import type { MetricId } from '../../aws/cloudwatch/metric-store';
import { readMetricAlarm } from '../../aws/cloudwatch/read-metric-alarm';
import { ALARM, COMPOSITE_ALARM } from '../../aws/cloudwatch/resource';
import { isSeenFrom } from '../../aws/cloudwatch/rules/metric-region';
import { Gatekeeper } from '../../aws/iam/gatekeeper';
import { TOPIC } from '../../aws/sns/resource';
import type { RehearsalEvent } from '../../kernel/event-log';
import { HOME_REGION } from '../../kernel/home-region';
import { actionOn, alarmService } from './targets';

/** An alarm that can't do what it is there for, or for which something is taken on trust. */
export interface SilentAlarm {
  readonly name: string;
  readonly type: string;
  readonly because: string;
}

/** What a distribution publishes for a price only. */
const ADDITIONAL = [
  ...['CacheHitRate', 'OriginLatency'],
  ...[401, 403, 404, 502, 503, 504].map((status) => `${status}ErrorRate`),
];

/** AWS's own metrics that a rehearsal has, by their namespaces. */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  'AWS/CloudFront': [
    ...['Requests', '4xxErrorRate', '5xxErrorRate', 'TotalErrorRate', ...ADDITIONAL],
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

/** Alarms that never have data in a rehearsal. */
export function alarmsWithoutData(deployment: Deployment): readonly SilentAlarm[] {
  const withAdditional = additionalMetrics(deployment);
  return deployment.all(ALARM).flatMap((resource) => {
    const { metrics, region } = readMetricAlarm(resource);
    const because = metrics
      .map(({ metric }) => whyMissing(metric, region, withAdditional))
      .find((reason) => reason !== undefined);
    return because === undefined
      ? []
      : [{ name: resource.name, type: ALARM.type, because: `${because} this alarm never has data` }];
  });
}

/** @param withAdditional ids of the distributions that publish the additional metrics */
function whyMissing(
  { namespace, name, dimensions }: MetricId,
  region: string,
  withAdditional: ReadonlySet<string>,
): string | undefined {
  if (!isSeenFrom(region, namespace)) {
    return `metrics of ${namespace} are in ${HOME_REGION} only: in ${region}`;
  }
  if (namespace.startsWith('AWS/') && !ownProperty(METRICS, namespace)?.includes(name)) {
    return `a rehearsal has no metric ${name} of ${namespace}:`;
  }
  const isAdditional = namespace === 'AWS/CloudFront' && ADDITIONAL.includes(name);
  return isAdditional && !withAdditional.has(dimensions['DistributionId'] ?? '')
    ? `its distribution does not publish the additional metric ${name}:`
    : undefined;
}

/** Alarms that act on a topic whose policy or key keeps CloudWatch out, or may do so. */
export function alarmsKeptOut(deployment: Deployment): readonly SilentAlarm[] {
  const topics = new Set(deployment.all(TOPIC).map(({ ref }) => ref));
  const alarms = [ALARM, COMPOSITE_ALARM].flatMap((model) =>
    deployment.all<typeof model.properties>(model).map((alarm) => ({ ...alarm, type: model.type })),
  );
  return alarms.flatMap(({ name, type, attribute, properties }) => {
    const actions = [
      properties.AlarmActions,
      properties.OKActions,
      properties.InsufficientDataActions,
    ].flat();
    const lost = [...new Set(actions)]
      .filter((arn) => topics.has(arn))
      .map((arn) => whyKeptOut(deployment, attribute('Arn'), arn));
    return lost.filter((because) => because !== undefined).map((because) => ({ name, type, because }));
  });
}

function whyKeptOut(deployment: Deployment, alarmArn: string, topicArn: string): string | undefined {
  const found: RehearsalEvent[] = [];
  const gate = new Gatekeeper(deployment, { record: (event) => found.push(event) });
  const call = { action: actionOn(topicArn), resource: topicArn };
  gate.refuseService(alarmService(topicArn), alarmArn, [call]);
  const [first] = found;
  if (first?.kind !== 'permission') {
    return undefined;
  }
  return first.outcome === 'denied'
    ? `its messages to ${topicArn} are lost: ${first.because}`
    : `${topicArn}: that CloudWatch may ${first.action} on ${first.resource} is taken on trust`;
}

import { resourceName } from '../assembly/deployed-resource';
import type { Deployment, ResourceCoverage } from '../assembly/deployment';
import { own } from '../assembly/own';
import type { MetricId } from '../cloudwatch/metric-store';
import { readMetricAlarm } from '../cloudwatch/read-metric-alarm';
import { ALARM } from '../cloudwatch/resource';
import { isSeenFrom } from '../cloudwatch/rules/metric-region';
import { RehearsalError } from '../errors';

/** What a rehearsal looked at, and what not. */
export interface Coverage {
  readonly modelled: readonly ResourceCoverage[];
  /** Resources that play no part, and alarms without data, with the reason. */
  readonly aside: readonly { readonly name: string; readonly type: string; readonly because: string }[];
  /** Resources of types that the rehearsal does not know, off the failover path. */
  readonly unknown: readonly { readonly name: string; readonly type: string }[];
}

const STORE = 'leads to the store, which is simulated';
const PERMISSIONS = 'a rehearsal enforces no permissions';

/** Types that take no part in what a rehearsal shows. */
const ASIDE: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Account': 'logs only',
  'AWS::ApiGateway::Deployment': 'every method of a rehearsal is deployed',
  'AWS::ApiGateway::GatewayResponse':
    'shapes errors that API Gateway makes itself; a mock integration makes none',
  'AWS::ApiGateway::Stage': 'every method of a rehearsal is deployed',
  'AWS::CDK::Metadata': 'tells AWS which constructs were used',
  'AWS::CertificateManager::Certificate': 'TLS is not spoken in a rehearsal',
  'AWS::CloudFront::OriginAccessControl': 'its presence on an origin is what counts',
  'AWS::CloudWatch::Dashboard': 'for people to look at',
  'AWS::EC2::EIP': STORE,
  'AWS::EC2::Instance': STORE,
  'AWS::ElasticLoadBalancingV2::Listener': STORE,
  'AWS::ElasticLoadBalancingV2::ListenerRule': STORE,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': STORE,
  'AWS::ElasticLoadBalancingV2::TargetGroup': STORE,
  'AWS::IAM::Policy': PERMISSIONS,
  'AWS::IAM::Role': PERMISSIONS,
  'AWS::KMS::Alias': PERMISSIONS,
  'AWS::KMS::Key': PERMISSIONS,
  'AWS::Lambda::LayerVersion': 'used by functions that do not run in a rehearsal',
  'AWS::Lambda::Permission': PERMISSIONS,
  'AWS::Logs::Delivery': 'logs only',
  'AWS::Logs::DeliveryDestination': 'logs only',
  'AWS::Logs::DeliverySource': 'logs only',
  'AWS::Logs::LogGroup': 'logs only',
  'AWS::Route53::HostedZone': 'every record of the assembly is in one zone',
  'AWS::SNS::TopicPolicy': PERMISSIONS,
  'AWS::SQS::QueuePolicy': PERMISSIONS,
  'Custom::CrossRegionExportReader': 'values of other regions come straight from their stacks',
  'Custom::CrossRegionExportWriter': 'values of other regions come straight from their stacks',
  'Custom::S3AutoDeleteObjects': 'works when the stack is deleted',
};

/** Services whose resources decide what shoppers and on-call see: an unknown type of theirs stops the rehearsal. */
const FAILOVER_PATH =
  /^AWS::(ApiGateway|ApiGatewayV2|CloudFront|CloudWatch|Events|Lambda|Pipes|Route53|Route53RecoveryControl|S3|SNS|Scheduler|WAFv2)::/;

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

/**
 * Sorts every resource of the assembly.
 * @throws RehearsalError UNSUPPORTED_RESOURCE for an unknown type on the failover path
 */
export function checkCoverage(deployment: Deployment): Coverage {
  const modelled = deployment.coverage;
  const unread = deployment.unread(new Set(modelled.map(({ type }) => type)));
  const unknown = unread.filter(({ type }) => !Object.hasOwn(ASIDE, type));
  const [blocking] = unknown.filter(({ type }) => FAILOVER_PATH.test(type));
  if (blocking !== undefined) {
    throw new RehearsalError(
      'UNSUPPORTED_RESOURCE',
      `${resourceName(blocking)}: the rehearsal does not model ${blocking.type}; remove it or rehearse without this resource`,
    );
  }
  return {
    modelled,
    aside: [
      ...unread
        .filter(({ type }) => Object.hasOwn(ASIDE, type))
        .map((resource) => ({
          name: resourceName(resource),
          type: resource.type,
          because: ASIDE[resource.type] ?? '',
        })),
      ...silentAlarms(deployment),
    ],
    unknown: unknown.map((resource) => ({ name: resourceName(resource), type: resource.type })),
  };
}

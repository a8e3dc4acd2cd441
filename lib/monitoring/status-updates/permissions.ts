import { ArnFormat, type Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Symptom } from '../../../lambda/status-update/contract/symptom';
import { watchesEndpoint } from '../../../lambda/status-update/contract/symptom';

/**
 * Reading the alarms and their history by name, and metrics. GetMetricData knows no resources, so it takes a wildcard.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
 */
export function readAlarmsAndMetrics(stack: Stack, alarmNames: readonly string[]): PolicyStatement[] {
  const arnOf = (resourceName: string) =>
    stack.formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  return [
    new PolicyStatement({
      actions: ['cloudwatch:DescribeAlarms', 'cloudwatch:DescribeAlarmHistory'],
      resources: alarmNames.map(arnOf),
    }),
    new PolicyStatement({ actions: ['cloudwatch:GetMetricData'], resources: ['*'] }),
  ];
}

/**
 * Asking the checkers of the health checks of endpoints, and of ports that close the store, what they see. None when no
 * alarm watches an endpoint.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53.html
 */
export function askCheckers(stack: Stack, symptoms: readonly Symptom[]): PolicyStatement[] {
  const endpoints = symptoms.filter(watchesEndpoint);
  const ids = [
    ...endpoints.map(({ metric }) => metric.dimensions['HealthCheckId'] ?? ''),
    ...symptoms.flatMap(({ portChecks = [] }) => portChecks),
  ];
  const resources = ids.map((resourceName) =>
    stack.formatArn({ service: 'route53', region: '', account: '', resource: 'healthcheck', resourceName }),
  );
  return resources.length === 0
    ? []
    : [new PolicyStatement({ actions: ['route53:GetHealthCheckStatus'], resources })];
}

/**
 * Reading who changed the shop's zone and when. A zone that keeps no history answers that it does not.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-change-history-permissions.html
 */
export function readZoneChanges(stack: Stack, hostedZoneId: string): PolicyStatement {
  const zone = { service: 'route53', region: '', account: '', resource: 'hostedzone' };
  return new PolicyStatement({
    actions: ['route53:ListHostedZoneChangeBatches'],
    resources: [stack.formatArn({ ...zone, resourceName: hostedZoneId })],
  });
}

/** Reading and replacing items, and nothing more, so that the function can't delete what it remembers. */
export const STATE_ACTIONS = ['dynamodb:GetItem', 'dynamodb:PutItem'];

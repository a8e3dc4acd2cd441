import type { DeployedResource } from '../assembly/deployed-resource';
import type { Deployment } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { readText } from '../iam/read-leniently';
import type { Call } from '../iam/rules/evaluate';

/**
 * What a function needs for its log, and for the metrics in it. A log group that is not in the assembly has to be made.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 */
export function logCalls(functionName: string, deployment: Deployment): readonly Call[] {
  const resource = deployment.resources.find(
    (one) => one.type === 'AWS::Lambda::Function' && refOf(one, deployment) === functionName,
  );
  if (resource === undefined) {
    return [];
  }
  const { LogGroup } = (resource.properties['LoggingConfig'] ?? {}) as { LogGroup?: unknown };
  const named = readText(LogGroup, resource, deployment);
  const group = named ?? `/aws/lambda/${functionName}`;
  const region = String(deployment.resolve({ Ref: 'AWS::Region' }, resource));
  const arn = `arn:aws:logs:${region}:${ACCOUNT_ID}:log-group:${group}`;
  const actions = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  return [
    ...(isMade(group, deployment)
      ? []
      : [{ action: 'logs:CreateLogGroup', resource: `${arn}:*`, context: {} }]),
    ...actions.map((action) => ({ action, resource: `${arn}:log-stream:$LATEST`, context: {} })),
  ];
}

const isMade = (group: string, deployment: Deployment): boolean =>
  deployment.resources.some((one) => one.type === 'AWS::Logs::LogGroup' && refOf(one, deployment) === group);

const refOf = (resource: DeployedResource, deployment: Deployment): string =>
  readText({ Ref: resource.logicalId }, resource, deployment) ?? '';

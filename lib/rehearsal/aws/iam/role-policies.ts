import type { DeployedResource } from '../assembly/deployed-resource';
import type { Deployment } from '../assembly/deployment';
import { readLeniently, readText, readTexts } from './read-leniently';
import { type Statement, statementsOf } from './statement';

/** What may be allowed, or not. */
const ALLOWS_SOMETHING: Statement = { effect: 'Allow', conditions: {} };
/** What may be denied, or not. */
const DENIES_SOMETHING: Statement = { effect: 'Deny', conditions: {} };

/**
 * AWS's own policies that are known here; of any other nobody knows what it allows.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaBasicExecutionRole.html
 */
const MANAGED: Readonly<Record<string, Statement>> = {
  'service-role/AWSLambdaBasicExecutionRole': {
    effect: 'Allow',
    actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: ['*'],
    conditions: {},
  },
};

/** What the policies of a role say, whatever resource of the template they are in. */
export function rolePolicies(role: DeployedResource, deployment: Deployment): readonly Statement[] {
  const { Policies = [], ManagedPolicyArns, PermissionsBoundary } = role.properties;
  const name = readText({ Ref: role.logicalId }, role, deployment) ?? '';
  const inline = [Policies].flat().map((policy) => (policy as Record<string, unknown>)['PolicyDocument']);
  const attached = deployment.resources.filter((policy) => isAttached(policy, name, deployment));
  return [
    ...inline.flatMap((document) => statementsOf(readLeniently(document, role, deployment))),
    ...attached.flatMap((policy) =>
      statementsOf(readLeniently(policy.properties['PolicyDocument'], policy, deployment)),
    ),
    ...[readLeniently(ManagedPolicyArns ?? [], role, deployment)]
      .flat()
      .flatMap((arn) => managed(String(arn), deployment)),
    ...(PermissionsBoundary === undefined ? [] : [DENIES_SOMETHING]),
  ];
}

function isAttached(policy: DeployedResource, roleName: string, deployment: Deployment): boolean {
  const { Roles, RoleName } = policy.properties;
  switch (policy.type) {
    case 'AWS::IAM::Policy':
    case 'AWS::IAM::ManagedPolicy':
      return readTexts(Roles ?? [], policy, deployment).includes(roleName);
    case 'AWS::IAM::RolePolicy':
      return readText(RoleName, policy, deployment) === roleName;
    default:
      return false;
  }
}

function managed(arn: string, deployment: Deployment): readonly Statement[] {
  const [, name] = /^arn:[^:]*:iam::aws:policy\/(.+)$/.exec(arn) ?? [];
  const known = name !== undefined && Object.hasOwn(MANAGED, name) ? MANAGED[name] : undefined;
  if (known !== undefined) {
    return [known];
  }
  const own = deployment.resources.find(
    (resource) =>
      resource.type === 'AWS::IAM::ManagedPolicy' &&
      readText({ Ref: resource.logicalId }, resource, deployment) === arn,
  );
  return own === undefined
    ? [ALLOWS_SOMETHING, ...(name === undefined ? [DENIES_SOMETHING] : [])]
    : statementsOf(readLeniently(own.properties['PolicyDocument'], own, deployment));
}

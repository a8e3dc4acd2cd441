import type { DeployedResource } from '../assembly/deployed-resource';
import type { Deployment } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import type { Caller } from './caller';
import { readText } from './read-leniently';
import { resourcePolicies } from './resource-policies';
import { rolePolicies } from './role-policies';
import { type Call, type Decision, evaluate, type Policies } from './rules/evaluate';
import type { Statement } from './statement';

/** Everything that the templates of an assembly say of who may do what. */
export class Permissions {
  private readonly resources: ReadonlyMap<string, readonly Statement[]>;
  private readonly roles: ReadonlyMap<string, DeployedResource>;
  private readonly ofRoles = new Map<string, readonly Statement[]>();
  /** The same few calls are made again and again. */
  private readonly decided = new Map<string, Decision>();

  constructor(private readonly deployment: Deployment) {
    this.resources = resourcePolicies(deployment);
    this.roles = new Map(
      deployment.resources
        .filter(({ type }) => type === 'AWS::IAM::Role')
        .map((role) => [readText({ 'Fn::GetAtt': [role.logicalId, 'Arn'] }, role, deployment) ?? '', role]),
    );
  }

  /** Whether AWS would let somebody do something. Emulation: what is of another assembly is unknown, if it has a say. */
  decide(caller: Caller, call: Call): Decision {
    const key = JSON.stringify([caller, call]);
    const known = this.decided.get(key);
    if (known !== undefined) {
      return known;
    }
    const decision = this.evaluated(caller, call);
    this.decided.set(key, decision);
    return decision;
  }

  private evaluated(caller: Caller, call: Call): Decision {
    const identity = caller.kind === 'service' ? [] : this.identityPolicies(caller.arn);
    // The policies of the caller decide on passing a role, not the role's trust policy.
    const resource = /^iam:/.test(call.action)
      ? []
      : (this.resources.get(ownerOf(call.resource)) ?? byDefault(call.resource));
    return identity === undefined || resource === undefined
      ? { kind: 'unknown' }
      : evaluate(call, caller, { identity, resource, identityIs: worth(call) });
  }

  private identityPolicies(roleArn: string): readonly Statement[] | undefined {
    const role = this.roles.get(roleArn);
    const known = this.ofRoles.get(roleArn) ?? (role && rolePolicies(role, this.deployment));
    if (known !== undefined) {
      this.ofRoles.set(roleArn, known);
    }
    return known;
  }
}

const known = new WeakMap<Deployment, Permissions>();

/** The permissions of a deployment, which are read once. */
export function permissionsOf(deployment: Deployment): Permissions {
  const permissions = known.get(deployment) ?? new Permissions(deployment);
  known.set(deployment, permissions);
  return permissions;
}

/** Objects have the policy of their bucket. */
const ownerOf = (arn: string): string => (arn.startsWith('arn:aws:s3:::') ? (arn.split('/')[0] ?? arn) : arn);

const serviceOf = (arn: string): string => arn.split(':')[2] ?? '';

/** A key and a role decide for themselves who may use them. */
function worth({ action, resource }: Call): Policies['identityIs'] {
  if (action === 'sts:AssumeRole') {
    return 'nothing';
  }
  return serviceOf(resource) === 'kms' ? 'delegated' : 'enough';
}

/**
 * The policy of what has none in the assembly. A topic has one from the start, for every caller of its account. A key that AWS
 * manages serves the account's roles, and no service by itself. Of another assembly's key or role nobody knows; most else
 * has none.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
function byDefault(resource: string): readonly Statement[] | undefined {
  const everybody = { effect: 'Allow', principals: [{ kind: 'everybody' }], resources: [resource] } as const;
  switch (serviceOf(resource)) {
    case 'kms':
      return isAwsManaged(resource) ? [{ ...everybody, actions: ['kms:*'], conditions: {} }] : undefined;
    case 'iam':
      return undefined;
    case 'sns':
      return [
        {
          ...everybody,
          actions: ['sns:Publish'],
          conditions: { StringEquals: { 'aws:SourceOwner': [ACCOUNT_ID] } },
        },
      ];
    default:
      return [];
  }
}

const isAwsManaged = (keyArn: string): boolean => keyArn.includes(':alias/aws/');

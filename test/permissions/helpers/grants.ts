import type { Deployment } from '../../../lib/rehearsal/aws/assembly/deployment';
import { rolePolicies } from '../../../lib/rehearsal/aws/iam/role-policies';
import { covers, coversAction } from '../../../lib/rehearsal/aws/iam/rules/pattern';
import type { Asked } from './asked-calls';

/** One action on one resource that a role may do. */
interface Grant {
  readonly role: string;
  readonly roleArn: string;
  readonly action: string;
  readonly resource: string;
}

/** Everything that the roles of a deployment may do, as their policies word it. */
const grantsIn = (deployment: Deployment): readonly Grant[] =>
  deployment.resources
    .filter(({ type }) => type === 'AWS::IAM::Role')
    .flatMap((role) => {
      const roleArn = String(deployment.resolve({ 'Fn::GetAtt': [role.logicalId, 'Arn'] }, role));
      return rolePolicies(role, deployment).flatMap(({ effect, actions = ['?'], resources = ['?'] }) =>
        effect === 'Deny'
          ? []
          : actions.flatMap((action) =>
              resources.map((resource) => ({ role: role.logicalId, roleArn, action, resource })),
            ),
      );
    });

/** What roles may do, and never do: `role action resource`. A wildcard in an action allows more than anything does. */
export const unusedGrants = (deployment: Deployment, asked: readonly Asked[]): readonly string[] =>
  grantsIn(deployment)
    .filter(({ roleArn, action, resource }) => {
      const uses = asked.some(
        ({ caller, call }) =>
          caller.kind === 'role' &&
          caller.arn === roleArn &&
          coversAction(action, call.action) === 'yes' &&
          covers(resource, call.resource) === 'yes',
      );
      return !uses || action.includes('*');
    })
    .map(({ role, action, resource }) => `${role} ${action} ${resource}`);

import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Understudy } from '../../../lib';
import { APP_CONTEXT, storeProps } from '../../helpers/store-props';

const context = { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': [] };
const app = new App({ context, builtinCloudFormationValidation: false });
const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
new Understudy(stack, 'Understudy', storeProps());
const template = Template.fromStack(stack);

function idOf(type: string, properties: object): string {
  const [id = ''] = Object.keys(template.findResources(type, { Properties: properties }));
  return id;
}
const store = idOf('AWS::Route53::HealthCheck', {
  HealthCheckConfig: Match.objectLike({ Type: 'CALCULATED' }),
});
const checkArn = {
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':route53:::healthcheck/', { Ref: store }]],
};
const [functionResource] = Object.values(
  template.findResources('AWS::Lambda::Function', {
    Properties: { Description: 'Tells on-call and shoppers how the store is' },
  }),
);
const roleId = idOf('AWS::IAM::Role', {
  Description: 'Gives the failover back to the health checks when a hold is over',
});
const roleArn = { 'Fn::GetAtt': [roleId, 'Arn'] };

/** Everything that a role may do. */
const statementsOf = (Ref: string) =>
  Object.values(template.findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref }] } })).flatMap(
    (policy) => policy['Properties'].PolicyDocument.Statement,
  );

describe('holding the failover', () => {
  test('ends by a role that may update the calculated health check and nothing else', () => {
    expect(statementsOf(roleId)).toEqual([
      { Action: 'route53:UpdateHealthCheck', Effect: 'Allow', Resource: checkArn },
    ]);
    expect(template.findResources('AWS::IAM::Role')[roleId]?.['Properties']).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
  });

  test('lets the function touch that health check, one schedule, and pass that role to the Scheduler only', () => {
    const [functionRole] = functionResource?.['Properties'].Role['Fn::GetAtt'] ?? [];
    const concerned = statementsOf(functionRole).filter(({ Action }) =>
      /UpdateHealthCheck|scheduler:|iam:/.test(String(Action)),
    );
    expect(concerned).toEqual([
      {
        Action: ['route53:GetHealthCheck', 'route53:UpdateHealthCheck'],
        Effect: 'Allow',
        Resource: checkArn,
      },
      {
        Action: ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule', 'scheduler:UpdateSchedule'],
        Effect: 'Allow',
        Resource: expect.anything(),
      },
      {
        Action: 'iam:PassRole',
        Effect: 'Allow',
        Resource: roleArn,
        Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      },
    ]);
    expect(JSON.stringify(concerned[1].Resource)).toMatch(/:schedule\/default\/shop\.example\.com"/);
  });

  test('tells the function the threshold as deployed and the role', () => {
    const check = template.findResources('AWS::Route53::HealthCheck')[store]?.['Properties'];
    expect(functionResource?.['Properties'].Environment.Variables).toMatchObject({
      THRESHOLD: String(check.HealthCheckConfig.HealthThreshold),
      HOLD_ROLE_ARN: roleArn,
    });
  });

  test('needs no schedule, and costs nothing, while nothing is held', () => {
    template.resourceCountIs('AWS::Scheduler::Schedule', 0);
  });
});

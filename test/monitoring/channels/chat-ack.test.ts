import { App, Stack, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Channel } from '../../../lib/monitoring/channels/channel';
import { Understudy } from '../../../lib/understudy';
import type { OnCallProps } from '../../../lib/understudy-props';
import { APP_CONTEXT, storeProps } from '../../helpers/store-props';
import { propertiesOf } from '../../helpers/template';

// CDK's own validation, which other suites do without, is part of what is tested.
process.env['CDK_VALIDATION'] = 'true';

const CHAT = Channel.amazonQ({ acknowledge: true });
const ESCALATION = { emails: ['lead@example.com'] };

function synthesize(changes: Partial<OnCallProps>) {
  const app = new App({ context: { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': [] } });
  const stack = new Stack(app, 'Stack', { env: { region: 'us-east-1', account: '111122223333' } });
  const { onCall } = storeProps();
  new Understudy(stack, 'Understudy', storeProps({ onCall: { ...onCall, ...changes } }));
  return { app, template: Template.fromStack(stack) };
}

/** The line that each channel's messages carry. */
const linesOf = (template: Template): unknown[] =>
  propertiesOf(template, 'AWS::Lambda::Function').flatMap(({ Environment }) => {
    const { ACK_LINE, POWERTOOLS_SERVICE_NAME: name } = Environment?.Variables ?? {};
    return ACK_LINE === undefined ? [] : [name];
  });

const idOf = (template: Template, description: string): string =>
  Object.keys(
    template.findResources('AWS::Lambda::Function', { Properties: { Description: description } }),
  )[0] ?? '';

const ACK = 'Acknowledges the incident for people in a chat';
const STATUS = 'Tells on-call and shoppers how the store is';

describe('acknowledging from a chat', () => {
  const { app, template } = synthesize({ channels: [CHAT] });
  const ack = idOf(template, ACK);

  test.each<[string, Partial<OnCallProps>, unknown[], number]>([
    ['neither contact', { channels: [Channel.amazonQ()] }, [], 0],
    [
      'the first contact',
      { channels: [CHAT], escalation: { ...ESCALATION, channels: [Channel.amazonQ()] } },
      ['amazon-q'],
      1,
    ],
    ['the second contact', { escalation: { ...ESCALATION, channels: [CHAT] } }, ['escalation-amazon-q'], 1],
    [
      'both contacts',
      { channels: [CHAT], escalation: { ...ESCALATION, channels: [CHAT] } },
      ['amazon-q', 'escalation-amazon-q'],
      1,
    ],
  ])('is offered to %s as their props say, by one function at most', (_who, onCall, lines, functions) => {
    const { template: made } = synthesize(onCall);
    expect(linesOf(made)).toEqual(lines);
    made.resourcePropertiesCountIs('AWS::Lambda::Function', { Description: ACK }, functions);
    made.resourceCountIs('AWS::IAM::ManagedPolicy', functions);
    const outputs = Object.keys(made.findOutputs('*')).filter((id) => id.includes('ChatAckPolicyArn'));
    expect(outputs).toHaveLength(functions);
  });

  test('is a line that names the function', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          ACK_LINE: {
            'Fn::Join': [
              '',
              ['@Amazon Q lambda invoke --function-name ', { Ref: ack }, ' --region us-east-1'],
            ],
          },
        },
      },
    });
  });

  test('is all that the policy for the chat allows', () => {
    template.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: { 'Fn::GetAtt': [ack, 'Arn'] } },
        ],
        Version: '2012-10-17',
      },
      Roles: Match.absent(),
      Users: Match.absent(),
      Groups: Match.absent(),
    });
  });

  test('lets its function ask the status-update function, and reach nothing else of the store', () => {
    const { Properties } = Object.values(
      template.findResources('AWS::Lambda::Function', { Properties: { Description: ACK } }),
    )[0] ?? { Properties: {} };
    const role = Properties.Role['Fn::GetAtt'][0];
    const statements = propertiesOf(template, 'AWS::IAM::Policy')
      .filter(({ Roles }) => Roles.some(({ Ref }: { Ref: string }) => Ref === role))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    expect(statements.map(({ Action }) => [Action].flat().toSorted().join()).toSorted()).toEqual([
      'lambda:InvokeFunction',
      'logs:CreateLogStream,logs:PutLogEvents',
      'sqs:SendMessage',
    ]);
    expect(statements.find(({ Action }) => Action === 'lambda:InvokeFunction')?.Resource).toEqual({
      'Fn::GetAtt': [idOf(template, STATUS), 'Arn'],
    });
  });

  test('passes the AWS Solutions checks', () => {
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).not.toThrow();
  });

  test('fails when its option is no boolean', () => {
    expect(() => Channel.amazonQ({ acknowledge: 'yes' as never })).toThrow(
      'Channel.amazonQ: 1 mistake in the options\n  acknowledge: must be true or false, got "yes"',
    );
  });
});

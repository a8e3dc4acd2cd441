import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Channel } from '../../../lib';
import { Channels } from '../../../lib/monitoring/channels/channels';

/** What roles and keys allow, and the secret that the function is told of. */
function grantsFor(secretIn: (stack: Stack) => ISecret) {
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Stack', {
    env: { region: 'us-east-1', account: '111122223333' },
  });
  new Channels(stack, 'Channels', {
    channels: [Channel.slack({ secret: secretIn(stack) })],
    topics: [new Topic(stack, 'OnCall')],
    key: new Key(stack, 'Key'),
    state: { table: Table.fromTableName(stack, 'State', 'State'), partitionKey: 'shop.example.com' },
  });
  const template = Template.fromStack(stack);
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  const keys = Object.values(template.findResources('AWS::KMS::Key'));
  const [lambda] = Object.values(template.findResources('AWS::Lambda::Function'));
  return {
    statements: JSON.stringify([
      ...policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement),
      ...keys.flatMap(({ Properties }) => Properties.KeyPolicy.Statement),
    ]),
    secretArn: JSON.stringify(lambda?.['Properties'].Environment.Variables.SECRET_ARN),
  };
}

describe('the secret of a channel', () => {
  test('may be known by its name only: reading it is allowed whatever Secrets Manager puts behind that', () => {
    const { statements, secretArn } = grantsFor((stack) =>
      Secret.fromSecretNameV2(stack, 'Slack', 'shop/slack'),
    );
    expect(statements).toContain(':secretsmanager:us-east-1:111122223333:secret:shop/slack-??????');
    expect(secretArn).toContain(':secret:shop/slack"');
  });

  test('may be one that the app makes', () => {
    const { statements, secretArn } = grantsFor((stack) => new Secret(stack, 'Slack'));
    expect(statements).toMatch(/"secretsmanager:GetSecretValue".*"Resource":\{"Ref":"Slack\w+"\}/);
    expect(secretArn).toMatch(/^\{"Ref":"Slack\w+"\}$/);
  });

  test('may be encrypted with a key of its own, which the function may then use', () => {
    const { statements } = grantsFor(
      (stack) => new Secret(stack, 'Slack', { encryptionKey: new Key(stack, 'SlackKey') }),
    );
    expect(statements).toMatch(
      /"Action":"kms:Decrypt","Condition":\{"StringEquals":\{"kms:ViaService":"secretsmanager\.us-east-1\.amazonaws\.com"\}\},"Effect":"Allow","Principal":\{"AWS":\{"Fn::GetAtt":\["Channelsslack/,
    );
  });
});

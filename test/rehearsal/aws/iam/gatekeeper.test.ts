import { Gatekeeper } from '../../../../lib/rehearsal/aws/iam/gatekeeper';
import type { RehearsalEvent } from '../../../../lib/rehearsal/kernel/event-log';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const ROLE_ARN = 'arn:aws:iam::123456789012:role/Stack-Role';
const TOPIC_ARN = 'arn:aws:sns:us-east-1:123456789012:on-call';
const KEY_ARN = /^arn:aws:kms:us-east-1:123456789012:key\/[\w-]+$/;
const PUBLISH = { action: 'sns:Publish', resource: TOPIC_ARN, context: {} };

const allow = (Action: string | readonly string[], but: object = {}) => ({
  ...{ Effect: 'Allow', Action, Resource: '*' },
  ...but,
});
const policy = (...Statement: readonly object[]) =>
  aResource('AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement } });
const FUNCTION = {
  Role: aResource('AWS::IAM::Role'),
  Updates: aResource('AWS::Lambda::Function', {
    FunctionName: 'updates',
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
  }),
  // A policy of its own, which allows nobody anything.
  TopicPolicy: aResource('AWS::SNS::TopicPolicy', {
    Topics: [TOPIC_ARN],
    PolicyDocument: { Statement: [] },
  }),
};

/** A gate before some resources, and what it writes down. */
function gateOf(resources: Parameters<typeof aDeployment>[0]) {
  const noted: RehearsalEvent[] = [];
  const gate = new Gatekeeper(aDeployment({ ...FUNCTION, ...resources }), {
    record: (event) => noted.push(event),
  });
  const asFunction = (...calls: Parameters<Gatekeeper['refuse']>[1]) => {
    const caller = gate.function('updates');
    return caller && gate.refuse(caller, calls);
  };
  return { gate, noted, asFunction };
}

describe('function that asks for something', () => {
  test('is refused as AWS words it, which is written down once', () => {
    const { noted, asFunction } = gateOf({});
    const message =
      'User: arn:aws:sts::123456789012:assumed-role/Stack-Role/updates is not authorized to perform: sns:Publish on resource: arn:aws:sns:us-east-1:123456789012:on-call because no identity-based policy allows the sns:Publish action';
    expect(asFunction(PUBLISH)?.message).toBe(message);
    expect(asFunction(PUBLISH)?.message).toBe(message);
    expect(noted).toEqual([
      {
        ...{ kind: 'permission', outcome: 'denied', caller: 'updates' },
        ...{ action: 'sns:Publish', resource: TOPIC_ARN, because: message },
      },
    ]);
  });

  test('is told of a Deny', () => {
    const { asFunction } = gateOf({ Own: policy(allow('sns:*'), allow('sns:Publish', { Effect: 'Deny' })) });
    expect(asFunction(PUBLISH)?.message).toMatch(/ with an explicit deny in an identity-based policy$/);
  });

  test.each<[string, Parameters<typeof aDeployment>[0]]>([
    ['a policy beside it', { Own: policy(allow('sns:Publish')) }],
    [
      'a policy within it',
      {
        Role: aResource('AWS::IAM::Role', { Policies: [{ PolicyDocument: { Statement: allow('sns:*') } }] }),
      },
    ],
    [
      'a policy of the kind with one role',
      {
        Own: aResource('AWS::IAM::RolePolicy', {
          RoleName: { Ref: 'Role' },
          PolicyDocument: { Statement: [allow('sns:*')] },
        }),
      },
    ],
    [
      'a managed policy of the assembly',
      {
        Own: aResource('AWS::IAM::ManagedPolicy', {
          Roles: [{ Ref: 'Role' }],
          PolicyDocument: { Statement: [allow('sns:*')] },
        }),
      },
    ],
    [
      'a managed policy of the assembly that the role names',
      {
        Role: aResource('AWS::IAM::Role', { ManagedPolicyArns: [{ Ref: 'Own' }] }),
        Own: aResource('AWS::IAM::ManagedPolicy', { PolicyDocument: { Statement: [allow('sns:*')] } }),
      },
    ],
    [
      'the policy of the topic',
      {
        TopicPolicy: aResource('AWS::SNS::TopicPolicy', {
          Topics: [TOPIC_ARN],
          PolicyDocument: { Statement: [allow('sns:Publish', { Principal: { AWS: ROLE_ARN } })] },
        }),
      },
    ],
  ])('may by %s, of which nothing is written down', (_what, resources) => {
    const { noted, asFunction } = gateOf(resources);
    expect(asFunction(PUBLISH)).toBeUndefined();
    expect(noted).toEqual([]);
  });

  test.each<[string, Parameters<typeof aDeployment>[0]]>([
    [
      'its role is of another assembly',
      {
        Updates: aResource('AWS::Lambda::Function', {
          FunctionName: 'updates',
          Role: 'arn:aws:iam::123456789012:role/other',
        }),
      },
    ],
    [
      'its role can not be told',
      { Updates: aResource('AWS::Lambda::Function', { FunctionName: 'updates', Role: { Ref: 'Nowhere' } }) },
    ],
    [
      'its policy can not be resolved',
      { Own: policy(allow('sns:Publish', { Resource: { 'Fn::GetAtt': ['Nowhere', 'Arn'] } })) },
    ],
    [
      "it has one of AWS's policies that is not known here",
      {
        Role: aResource('AWS::IAM::Role', {
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonSNSFullAccess'],
        }),
      },
    ],
    [
      'a permissions boundary may forbid it',
      {
        Role: aResource('AWS::IAM::Role', { PermissionsBoundary: 'arn:aws:iam::aws:policy/a' }),
        Own: policy(allow('sns:*')),
      },
    ],
    [
      'a condition is not known here',
      { Own: policy(allow('sns:*', { Condition: { DateLessThan: { 'aws:CurrentTime': '2030-01-01' } } })) },
    ],
  ])('goes on where nobody can tell, which is written down: %s', (_what, resources) => {
    const { noted, asFunction } = gateOf(resources);
    expect(asFunction(PUBLISH)).toBeUndefined();
    expect(noted).toMatchObject([{ kind: 'permission', outcome: 'unknown', action: 'sns:Publish' }]);
  });

  test('may write its log by the managed policy for that, and nothing else', () => {
    const basic = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    const { asFunction } = gateOf({ Role: aResource('AWS::IAM::Role', { ManagedPolicyArns: [basic] }) });
    expect(asFunction({ ...PUBLISH, action: 'logs:PutLogEvents' })).toBeUndefined();
    expect(asFunction(PUBLISH)).toBeDefined();
  });
});

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
describe('topic that a key encrypts', () => {
  const encrypted = (KeyPolicy?: object, but: object = {}) => ({
    Topic: aResource('AWS::SNS::Topic', { TopicName: 'on-call', KmsMasterKeyId: { Ref: 'Key' } }),
    Key: aResource('AWS::KMS::Key', { ...(KeyPolicy && { KeyPolicy }), ...but }),
  });
  const keyAllow = (Condition: object) => allow(['kms:GenerateDataKey*', 'kms:Decrypt'], { Condition });

  test.each<[string, Parameters<typeof aDeployment>[0], string | undefined]>([
    ['only the topic is allowed', { ...encrypted(), Own: policy(allow('sns:*')) }, 'kms:GenerateDataKey'],
    [
      'half of the key is allowed',
      { ...encrypted(), Own: policy(allow(['sns:*', 'kms:GenerateDataKey'])) },
      'kms:Decrypt',
    ],
    ['both are allowed', { ...encrypted(), Own: policy(allow(['sns:*', 'kms:*'])) }, undefined],
    [
      'the key does not let the account decide',
      { ...encrypted({ Statement: [] }), Own: policy(allow(['sns:*', 'kms:*'])) },
      'kms:GenerateDataKey',
    ],
    [
      'the key is allowed for SNS',
      {
        ...encrypted(),
        Own: policy(
          allow('sns:*'),
          keyAllow({ StringEquals: { 'kms:ViaService': 'sns.us-east-1.amazonaws.com' } }),
        ),
      },
      undefined,
    ],
    [
      'the key is allowed for S3',
      {
        ...encrypted(),
        Own: policy(
          allow('sns:*'),
          keyAllow({ StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }),
        ),
      },
      'kms:GenerateDataKey',
    ],
    [
      'the key is disabled',
      { ...encrypted(undefined, { Enabled: false }), Own: policy(allow(['sns:*', 'kms:*'])) },
      'kms:GenerateDataKey',
    ],
    [
      'the key goes by an alias',
      {
        ...encrypted(),
        Topic: aResource('AWS::SNS::Topic', { TopicName: 'on-call', KmsMasterKeyId: 'alias/shop' }),
        Alias: aResource('AWS::KMS::Alias', { AliasName: 'alias/shop', TargetKeyId: { Ref: 'Key' } }),
        Own: policy(allow('sns:*')),
      },
      'kms:GenerateDataKey',
    ],
  ])('takes what a function publishes or not when %s', (_when, resources, missing) => {
    const refused = gateOf(resources).asFunction(PUBLISH);
    expect(refused?.call.action).toBe(missing);
    if (refused !== undefined) {
      expect(refused.call.resource).toMatch(KEY_ARN);
    }
  });

  test('says what AWS says of a key that is disabled', () => {
    const { asFunction } = gateOf({ ...encrypted(undefined, { Enabled: 'false' }), Own: policy(allow('*')) });
    expect(asFunction(PUBLISH)?.message).toMatch(/^arn:aws:kms:[\w:/-]+ is disabled\.$/);
  });
});

describe('service that acts by itself', () => {
  const RULE_ARN = 'arn:aws:events:us-east-1:123456789012:rule/tick';
  const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:updates';
  const invoke = { action: 'lambda:InvokeFunction', resource: FUNCTION_ARN };
  const permission = (but: object) =>
    aResource('AWS::Lambda::Permission', {
      ...{ Action: 'lambda:InvokeFunction', FunctionName: { 'Fn::GetAtt': ['Updates', 'Arn'] } },
      ...{ Principal: 'events.amazonaws.com', SourceArn: RULE_ARN },
      ...but,
    });

  test.each<[string, object, 'allowed' | 'denied' | 'unknown']>([
    ['names its rule', {}, 'allowed'],
    ['names the function', { FunctionName: { Ref: 'Updates' } }, 'allowed'],
    ['names the function with a version', { FunctionName: 'updates:1' }, 'allowed'],
    ['names another rule', { SourceArn: `${RULE_ARN}s` }, 'denied'],
    ['names its account', { SourceArn: undefined, SourceAccount: '123456789012' }, 'allowed'],
    ['names another account', { SourceArn: undefined, SourceAccount: '210987654321' }, 'denied'],
    ['names another service', { Principal: 'sns.amazonaws.com' }, 'denied'],
    ['names another function', { FunctionName: 'other' }, 'denied'],
    ['allows something else', { Action: 'lambda:GetFunction' }, 'denied'],
    ['asks for a token', { EventSourceToken: 'a' }, 'unknown'],
  ])('invokes a function or not by a permission that %s', (_what, but, expected) => {
    const { gate, noted } = gateOf({ Permission: permission(but) });
    const refused = gate.refuseService('events.amazonaws.com', RULE_ARN, [invoke]);
    expect(refused !== undefined).toBe(expected === 'denied');
    expect(noted.map((event) => event.kind === 'permission' && event.outcome)).toEqual(
      expected === 'allowed' ? [] : [expected],
    );
  });

  test('is called by its own name', () => {
    expect(gateOf({}).gate.refuseService('events.amazonaws.com', RULE_ARN, [invoke])?.message).toBe(
      `Service: events.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: ${FUNCTION_ARN} because no resource-based policy allows the lambda:InvokeFunction action`,
    );
  });
});

import type { TargetServices } from '../../../../lib/rehearsal/play/world/targets';
import { carryOut, handOver, requireTargets } from '../../../../lib/rehearsal/play/world/targets';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { aMetricAlarm } from '../../helpers/metric-alarm';
import { gateWithout, OPEN_GATE } from '../../helpers/open-gate';

/** One of each; whatever reaches them is noted. */
function build() {
  const reached: unknown[] = [];
  const services = {
    topics: {
      has: (arn: string) => arn === 'topic',
      publish: (message: unknown) => reached.push(message),
      publishForCloudWatch: (message: unknown) => reached.push(message),
    },
    queues: { has: (arn: string) => arn === 'queue', send: (arn: string) => reached.push(arn) },
    functions: {
      has: (arn: string) => arn === 'function',
      invoke: (arn: string, event: unknown) => reached.push([arn, event]),
      requireRunnable: (arn: string) => reached.push(`can ${arn} run?`),
    },
  } as unknown as TargetServices;
  return { services, reached };
}

const change = {
  alarm: {
    name: 'down',
    arn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:down',
    description: '',
    actions: { ALARM: [], OK: [], INSUFFICIENT_DATA: [] },
    state: 'ALARM',
    because: '',
    changedMs: 0,
    configuredMs: 0,
    watches: {},
  },
  previous: {
    name: 'down',
    arn: '',
    description: '',
    actions: { ALARM: [], OK: [], INSUFFICIENT_DATA: [] },
    state: 'OK',
    because: '',
    changedMs: 0,
    configuredMs: 0,
    watches: {},
  },
} as const;

describe('target of a rule', () => {
  test.each([
    ['topic', { a: 1 }, { topicArn: 'topic', message: '{"a":1}' }],
    ['topic', 'text', { topicArn: 'topic', message: '"text"' }],
    ['queue', { a: 1 }, 'queue'],
    ['function', { a: 1 }, ['function', { a: 1 }]],
  ])('%s gets %j', (arn, input, expected) => {
    const { services, reached } = build();
    handOver(services, OPEN_GATE, { arn, ruleArn: 'rule' }, input);
    expect(reached).toEqual([expected]);
  });
});

describe('target that a rule may not reach', () => {
  test.each([
    [['lambda:InvokeFunction'], 'queue', ['queue']],
    [['lambda:InvokeFunction'], undefined, []],
    [['lambda:InvokeFunction', 'sqs:SendMessage'], 'queue', []],
  ])(
    'leaves its event in the dead-letter queue, if the rule may: without %j',
    (missing, deadLetterQueue, expected) => {
      const { services, reached } = build();
      handOver(services, gateWithout(...missing), { arn: 'function', ruleArn: 'rule', deadLetterQueue }, {});
      expect(reached).toEqual(expected);
    },
  );
});

describe('action of an alarm', () => {
  test.each([
    ['topic', 'sns:Publish'],
    ['function', 'lambda:InvokeFunction'],
  ])('is left undone where CloudWatch may not: by a %s', (kind, action) => {
    const { services, reached } = build();
    const arn = kind === 'topic' ? 'arn:aws:sns:us-east-1:123456789012:topic' : 'function';
    carryOut(services, gateWithout(action), arn, change);
    expect(reached).toEqual([]);
  });

  test.each([
    ['topic', { topicArn: 'topic', structure: 'json', subject: 'ALARM: "down" in US East (N. Virginia)' }],
    ['function', ['function', { source: 'aws.cloudwatch', alarmData: { alarmName: 'down' } }]],
  ])('is carried out by a %s', (arn, expected) => {
    const { services, reached } = build();
    carryOut(services, OPEN_GATE, arn, change);
    expect(reached).toMatchObject([expected]);
  });
});

describe('targets of an assembly', () => {
  const subscription = (Protocol: string, Endpoint: string) =>
    aResource('AWS::SNS::Subscription', { TopicArn: 'topic', Protocol, Endpoint });
  const rule = (Arn: string) =>
    aResource('AWS::Events::Rule', { ScheduleExpression: 'rate(1 minute)', Targets: [{ Arn, Id: 'a' }] });

  test.each([
    ['an alarm', aMetricAlarm('down', { OKActions: ['function'] })],
    ['a rule', rule('function')],
    ['a subscription', subscription('lambda', 'function')],
  ])('are functions that can run: of %s', (_name, Thing) => {
    const { services, reached } = build();
    requireTargets(aDeployment({ Thing }), services);
    expect(reached).toContain('can function run?');
  });

  test.each([
    [rule('queue')],
    [rule('topic')],
    [subscription('sqs', 'queue')],
    [subscription('email', 'a@example.com')],
  ])('may be anything that is there: %#', (Thing) => {
    expect(() => requireTargets(aDeployment({ Thing }), build().services)).not.toThrow();
  });

  test.each([
    [aMetricAlarm('down', { AlarmActions: ['queue'] }), 'AlarmActions', 'queue', 'topics and functions'],
    [aMetricAlarm('down', { OKActions: ['queue'] }), 'OKActions', 'queue', 'topics and functions'],
    [
      aMetricAlarm('down', { InsufficientDataActions: ['queue'] }),
      'InsufficientDataActions',
      'queue',
      'topics and functions',
    ],
    [rule('nobody'), 'Targets', 'nobody', 'topics, queues and functions'],
    [subscription('lambda', 'queue'), 'Endpoint', 'queue', 'queues and functions'],
    [subscription('sqs', 'function'), 'Endpoint', 'function', 'queues and functions'],
    [
      aResource('AWS::SNS::Subscription', {
        ...{ TopicArn: 'topic', Protocol: 'email', Endpoint: 'a@example.com' },
        RedrivePolicy: { deadLetterTargetArn: 'nobody' },
      }),
      'RedrivePolicy',
      'nobody',
      'queues',
    ],
    [
      aResource('AWS::Lambda::Function', { Code: {}, DeadLetterConfig: { TargetArn: 'topic' } }),
      'DeadLetterConfig',
      'topic',
      'queues',
    ],
    [
      aResource('AWS::Lambda::EventInvokeConfig', {
        FunctionName: 'function',
        DestinationConfig: { OnFailure: { Destination: 'function' } },
      }),
      'DestinationConfig.OnFailure',
      'function',
      'queues',
    ],
  ])('stop the rehearsal when one is something else: %#', (Thing, property, got, known) => {
    expect(() => requireTargets(aDeployment({ Thing }), build().services)).toThrow(
      `Stack/Thing.${property}: targets a resource type that the rehearsal does not model, got ${got}; the rehearsal knows ${known} of this assembly`,
    );
  });
});

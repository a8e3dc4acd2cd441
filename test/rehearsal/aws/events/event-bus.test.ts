import { EventBus } from '../../../../lib/rehearsal/aws/events/event-bus';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const BEGIN_MS = Date.parse('2026-11-27T09:00:00Z');
const aRule = (Properties: Record<string, unknown>) =>
  aResource('AWS::Events::Rule', { Targets: [{ Arn: 'function', Id: 'a' }], ...Properties });
const ALARMS = { source: ['aws.cloudwatch'], detail: { alarmName: [{ prefix: 'shop-' }] } };

function build(rules: Record<string, ReturnType<typeof aRule>>) {
  const clock = new VirtualClock(BEGIN_MS);
  const invoked: { targetArn: string; event: unknown; atMs: number }[] = [];
  const bus = new EventBus(aDeployment(rules), clock, ({ arn: targetArn }, event) =>
    invoked.push({ targetArn, event, atMs: clock.nowMs - BEGIN_MS }),
  );
  return { clock, bus, invoked };
}

describe('event bus', () => {
  test.each([
    ['shop-down', 1],
    ['other-down', 0],
  ])('gives an event to the rules that match it: %s', (alarmName, calls) => {
    const { bus, invoked } = build({ Rule: aRule({ EventPattern: ALARMS }) });
    const event = { region: 'us-east-1', source: 'aws.cloudwatch', detail: { alarmName } };
    bus.put(event);
    expect(invoked).toEqual(Array(calls).fill({ targetArn: 'function', event, atMs: 0 }));
  });

  test('gives an event to every target of every rule', () => {
    const Targets = [
      { Arn: 'one', Id: 'a' },
      { Arn: 'two', Id: 'b' },
    ];
    const { bus, invoked } = build({
      A: aRule({ EventPattern: ALARMS, Targets }),
      B: aRule({ EventPattern: ALARMS }),
    });
    bus.put({ region: 'us-east-1', source: 'aws.cloudwatch', detail: { alarmName: 'shop-down' } });
    expect(invoked.map(({ targetArn }) => targetArn)).toEqual(['one', 'two', 'function']);
  });

  test('hands a target what its rule makes of the event', () => {
    const InputTransformer = {
      InputPathsMap: { name: '$.detail.alarmName' },
      InputTemplate: '"Look at <name>"',
    };
    const { bus, invoked } = build({
      Rule: aRule({ EventPattern: ALARMS, Targets: [{ Arn: 'topic', Id: 'a', InputTransformer }] }),
    });
    bus.put({ region: 'us-east-1', source: 'aws.cloudwatch', detail: { alarmName: 'shop-down' } });
    expect(invoked).toMatchObject([{ targetArn: 'topic', event: 'Look at shop-down' }]);
  });

  test('hands on nothing where a template comes to no JSON', () => {
    const unquoted = { InputPathsMap: { name: '$.detail.alarmName' }, InputTemplate: 'Look at <name>' };
    const { bus, invoked } = build({
      Rule: aRule({
        EventPattern: ALARMS,
        Targets: [
          { Arn: 'topic', Id: 'topic', InputTransformer: unquoted },
          { Arn: 'other', Id: 'other' },
        ],
      }),
    });
    bus.put({ region: 'us-east-1', source: 'aws.cloudwatch', detail: { alarmName: 'shop-down' } });
    expect(invoked.map(({ targetArn }) => targetArn)).toEqual(['other']);
  });

  test('keeps the events of one region from the rules of another', () => {
    const { bus, invoked } = build({ Rule: aRule({ EventPattern: ALARMS }) });
    bus.put({ region: 'eu-west-1', source: 'aws.cloudwatch', detail: { alarmName: 'shop-down' } });
    expect(invoked).toEqual([]);
  });

  test('runs a schedule from one interval after its creation', async () => {
    const { clock, invoked } = build({
      Rule: aRule({ Name: 'tick', ScheduleExpression: 'rate(5 minutes)' }),
    });
    await clock.runUntil(BEGIN_MS + 12 * 60_000);
    expect(invoked.map(({ atMs }) => atMs)).toEqual([300_000, 600_000]);
    expect(invoked[0]?.event).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: '2026-11-27T09:05:00.000Z',
      resources: ['arn:aws:events:us-east-1:123456789012:rule/tick'],
    });
  });

  test('runs a schedule at the times of its cron expression', async () => {
    const { clock, invoked } = build({ Rule: aRule({ ScheduleExpression: 'cron(10,40 9-10 ? * FRI *)' }) });
    await clock.runUntil(BEGIN_MS + 2 * 24 * 3_600_000);
    expect(invoked.map(({ atMs }) => atMs / 60_000)).toEqual([10, 40, 70, 100]);
  });

  test('leaves out rules that are disabled', async () => {
    const { clock, bus, invoked } = build({
      Pattern: aRule({ EventPattern: ALARMS, State: 'DISABLED' }),
      Schedule: aRule({ ScheduleExpression: 'rate(1 minute)', State: 'DISABLED' }),
    });
    bus.put({ region: 'us-east-1', source: 'aws.cloudwatch', detail: { alarmName: 'shop-down' } });
    await clock.runUntil(BEGIN_MS + 120_000);
    expect(invoked).toEqual([]);
  });

  test.each([
    [{ ScheduleExpression: 'cron(0 9 L * ? *)' }, 'is not modelled, got cron(0 9 L * ? *)'],
    [
      { Targets: [{ Arn: 'a', Id: 'a', InputTransformer: { InputTemplate: '"<name>"' } }] },
      'InputTemplate contains invalid placeholder name, got <name>; add it to InputPathsMap',
    ],
    [
      { EventPattern: { source: [{ wildcard: '**' }] } },
      'EventPattern.source: is refused by EventBridge ("Consecutive wildcard characters at pos 1"), got {"wildcard":"**"}',
    ],
  ])('fails when a rule is not modelled, and names it: %j', (properties, text) => {
    expect(() => build({ Rule: aRule(properties) })).toThrow(text);
    expect(() => build({ Rule: aRule(properties) })).toThrow('Stack/Rule');
  });
});

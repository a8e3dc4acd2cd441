import type { TargetServices } from '../../../lib/rehearsal/world/targets';
import { carryOut, handOver } from '../../../lib/rehearsal/world/targets';

/** One of each; whatever reaches them is noted. */
const build = () => {
  const reached: unknown[] = [];
  const services = {
    topics: { has: (arn: string) => arn === 'topic', publish: (message: unknown) => reached.push(message) },
    queues: { has: (arn: string) => arn === 'queue', send: (arn: string) => reached.push(arn) },
    functions: {
      has: (arn: string) => arn === 'function',
      invoke: (arn: string, event: unknown) => reached.push([arn, event]),
    },
  } as unknown as TargetServices;
  return { services, reached };
};

const change = {
  alarm: {
    name: 'down',
    arn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:down',
    description: '',
    actions: { ALARM: [], OK: [], INSUFFICIENT_DATA: [] },
    state: 'ALARM',
    because: '',
    changedMs: 0,
  },
  previous: {
    name: 'down',
    arn: '',
    description: '',
    actions: { ALARM: [], OK: [], INSUFFICIENT_DATA: [] },
    state: 'OK',
    because: '',
    changedMs: 0,
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
    handOver(services, arn, input);
    expect(reached).toEqual([expected]);
  });
});

describe('action of an alarm', () => {
  test.each([
    ['topic', { topicArn: 'topic', structure: 'json', subject: 'ALARM: "down" in US East (N. Virginia)' }],
    ['function', ['function', { source: 'aws.cloudwatch', alarmData: { alarmName: 'down' } }]],
  ])('is carried out by a %s', (arn, expected) => {
    const { services, reached } = build();
    carryOut(services, arn, change);
    expect(reached).toMatchObject([expected]);
  });
});

import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { MetricStore } from '../../../../lib/rehearsal/aws/cloudwatch/metric-store';
import type { Gate } from '../../../../lib/rehearsal/aws/iam/gatekeeper';
import { Functions } from '../../../../lib/rehearsal/aws/lambda/functions';
import { Queues } from '../../../../lib/rehearsal/aws/sqs/queues';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { aBundle, type Bundle } from '../../helpers/a-bundle';
import { aResource, aStack } from '../../helpers/a-deployment';
import { gateWithout, OPEN_GATE } from '../../helpers/open-gate';

/** Hangs if the event says so, fails as often as the event says, then returns. Counts in the environment, which a function keeps. */
const CODE = `
exports.handler = async ({ failures, hangs }) => {
  if (hangs) await new Promise(() => {});
  const calls = Number(process.env.CALLS ?? 0) + 1;
  process.env.CALLS = String(calls);
  if (calls <= failures) throw new Error('failure ' + calls + ' in ' + process.env.AWS_REGION);
};
`;
const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:updates';
const QUEUE = {
  namespace: 'AWS/SQS',
  name: 'ApproximateNumberOfMessagesVisible',
  dimensions: { QueueName: 'lost' },
};

const resources = (
  invoke: Record<string, unknown>,
  code: Record<string, unknown> = { S3Key: 'updates.zip' },
  but: Record<string, unknown> = {},
) => ({
  Updates: aResource('AWS::Lambda::Function', {
    Code: code,
    FunctionName: 'updates',
    Handler: 'index.handler',
    ...but,
  }),
  Lost: aResource('AWS::SQS::Queue', { QueueName: 'lost' }),
  Invoke: aResource('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: 'Updates' },
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Lost', 'Arn'] } } },
    ...invoke,
  }),
});

const ASKED = `
exports.handler = async ({ fails }) => {
  if (fails) throw new Error('it fails');
  return { said: 'yes' };
};
`;

describe('Lambda function, asked by a person', () => {
  let bundle: Bundle;
  beforeAll(() => {
    bundle = aBundle(ASKED);
  });
  afterAll(() => bundle.remove());

  const ask = (functionName: string, request: object, fails = false) => {
    const clock = new VirtualClock(0);
    const log = new EventLog(() => clock.nowMs);
    const metrics = new MetricStore(clock);
    const stack = { ...aStack(resources({})), assetPaths: new Map([['updates.zip', bundle.directory]]) };
    const deployment = new Deployment([stack]);
    const queues = new Queues(deployment, clock, metrics);
    const world = {
      ...{ gate: OPEN_GATE, clock, log, metrics, queues },
      ...{ serviceEnv: () => ({}), fails: () => fails },
    };
    return new Functions(deployment, world).ask(functionName, request);
  };

  test('answers', async () => {
    expect(await ask('updates', {})).toEqual({ said: 'yes' });
  });

  test.each([
    ['updates', { fails: true }, false, 'it fails'],
    ['updates', {}, true, 'updates: broke as it started'],
    ['other', {}, false, 'there is no function other'],
  ])('does not answer: %s, %j, %j', async (name, request, fails, message) => {
    await expect(ask(name, request, fails)).rejects.toThrow(message);
  });
});

describe('Lambda function, invoked by an event', () => {
  let bundle: Bundle;
  beforeAll(() => {
    bundle = aBundle(CODE);
  });
  afterAll(() => bundle.remove());

  const build = (template: ReturnType<typeof resources>, gate: Gate = OPEN_GATE) => {
    const clock = new VirtualClock(0);
    const log = new EventLog(() => clock.nowMs);
    const metrics = new MetricStore(clock);
    const stack = { ...aStack(template), assetPaths: new Map([['updates.zip', bundle.directory]]) };
    const deployment = new Deployment([stack]);
    const queues = new Queues(deployment, clock, metrics);
    const functions = new Functions(deployment, {
      ...{ gate, clock, log, metrics, queues },
      serviceEnv: () => ({}),
    });
    const runs = () =>
      log.events.filter((event) => event.kind === 'function').map(({ atMs, outcome }) => [atMs, outcome]);
    const lost = () => metrics.datapoints(QUEUE, 'Maximum', [{ startMs: 0, endMs: 600_001 }])[0];
    return { clock, log, metrics, functions, runs, lost };
  };

  test.each<[number, (string | number)[][], number]>([
    [0, [[500, 'succeeded']], 0],
    [
      1,
      [
        [500, 'failed'],
        [60_500, 'succeeded'],
      ],
      0,
    ],
    [
      2,
      [
        [500, 'failed'],
        [60_500, 'failed'],
        [180_500, 'succeeded'],
      ],
      0,
    ],
    [
      3,
      [
        [500, 'failed'],
        [60_500, 'failed'],
        [180_500, 'failed'],
      ],
      1,
    ],
  ])(
    'is tried again after one and two more minutes, then given up: %i failures',
    async (failures, expected, count) => {
      const { clock, functions, runs, lost } = build(resources({}));
      functions.invoke(FUNCTION_ARN, { failures });
      await clock.runUntil(600_000);
      expect(runs()).toEqual(expected);
      expect(lost()).toBe(count);
    },
  );

  test('is tried as often as its configuration says', async () => {
    const { clock, functions, runs, lost } = build(resources({ MaximumRetryAttempts: 0 }));
    functions.invoke(FUNCTION_ARN, { failures: 9 });
    await clock.runUntil(600_000);
    expect(runs()).toEqual([[500, 'failed']]);
    expect(lost()).toBe(1);
  });

  test('fails when it takes longer than its timeout', async () => {
    const { clock, log, functions, runs } = build(
      resources({ MaximumRetryAttempts: 0 }, undefined, { Timeout: 1 }),
    );
    functions.invoke(FUNCTION_ARN, { hangs: true });
    await clock.runUntil(600_000);
    expect(runs()).toEqual([[1_500, 'failed']]);
    expect(log.events).toMatchObject([{ because: 'TimedOut: Task timed out after 1.00 seconds' }]);
  });

  test('is not tried again once its event is too old', async () => {
    const { clock, functions, runs, lost } = build(resources({ MaximumEventAgeInSeconds: 60 }));
    functions.invoke(FUNCTION_ARN, { failures: 9 });
    await clock.runUntil(600_000);
    expect(runs()).toEqual([[500, 'failed']]);
    expect(lost()).toBe(1);
  });

  test('leaves an event that it can not handle in its dead-letter queue', async () => {
    const { clock, functions, lost } = build(
      resources({ DestinationConfig: undefined }, undefined, {
        DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Lost', 'Arn'] } },
      }),
    );
    functions.invoke(FUNCTION_ARN, { failures: 9 });
    await clock.runUntil(600_000);
    expect(lost()).toBe(1);
  });

  test('loses an event that it can not handle if it may not send it to the queue', async () => {
    const caller = { kind: 'role', arn: 'role', session: 'updates' } as const;
    const gate: Gate = {
      ...gateWithout(),
      function: () => caller,
      refuse: (_caller, [call]) => call && { call, message: `no ${call.action}` },
    };
    const { clock, functions, lost } = build(resources({ MaximumRetryAttempts: 0 }), gate);
    functions.invoke(FUNCTION_ARN, { failures: 9 });
    await clock.runUntil(600_000);
    expect(lost()).toBe(0);
  });

  test('never runs as a role that does not trust Lambda', async () => {
    const gate: Gate = {
      ...gateWithout('sts:AssumeRole'),
      function: () => ({ kind: 'role', arn: 'role', session: 'updates' }),
    };
    const { clock, log, functions } = build(resources({ MaximumRetryAttempts: 0 }), gate);
    functions.invoke(FUNCTION_ARN, { failures: 0 });
    await clock.runUntil(1_000);
    expect(log.events).toMatchObject([
      {
        kind: 'function',
        outcome: 'failed',
        because: 'Error: The role defined for the function cannot be assumed by Lambda.',
      },
    ]);
  });

  test('says why it failed', async () => {
    const { clock, log, functions } = build(resources({ MaximumRetryAttempts: 0 }));
    functions.invoke(FUNCTION_ARN, { failures: 1 });
    await clock.runUntil(1_000);
    expect(log.events).toMatchObject([{ name: 'Updates', because: 'Error: failure 1 in us-east-1' }]);
  });

  test.each([
    ['Invocations', 2],
    ['Errors', 1],
  ])('is counted: %s', async (name, expected) => {
    const { clock, metrics, functions } = build(resources({}));
    functions.invoke(FUNCTION_ARN, { failures: 1 });
    await clock.runUntil(600_000);
    const metric = { namespace: 'AWS/Lambda', name, dimensions: { FunctionName: 'updates' } };
    expect(metrics.datapoints(metric, 'Sum', [{ startMs: 0, endMs: 600_000 }])).toEqual([expected]);
  });

  test('fails when no stack has it', () => {
    const { functions } = build(resources({}));
    expect(() => functions.invoke('arn:nobody', {})).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_RESOURCE',
        message: 'arn:nobody: an event goes to something that is no function of this assembly',
      }),
    );
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      'its asset is missing',
      { S3Key: 'gone.zip' },
      'the assembly lacks an asset, got gone.zip; run cdk synth again',
    ],
    [
      'its code is in the template',
      { ZipFile: 'exports.handler = 1' },
      'Stack/Updates.Code.ZipFile: the rehearsal runs bundles only; use an asset',
    ],
  ])('stops the rehearsal when %s', async (_name, code, message) => {
    const { clock, functions, runs } = build(resources({}, code));
    expect(() => functions.requireRunnable(FUNCTION_ARN)).toThrow(message);
    functions.invoke(FUNCTION_ARN, {});
    await expect(clock.runUntil(600_000)).rejects.toThrow(message);
    expect(runs()).toEqual([]);
  });

  test.each([
    ['nodejs24.x', undefined],
    [undefined, undefined],
    [
      'python3.13',
      'Stack/Updates.Runtime: the rehearsal runs Node.js only, got python3.13; rehearse without this function',
    ],
  ])('that has runtime %s can be rehearsed, or not: %s', (Runtime, message) => {
    const { functions } = build(resources({}, undefined, { Runtime }));
    const require = () => functions.requireRunnable(FUNCTION_ARN);
    if (message === undefined) {
      expect(require).not.toThrow();
    } else {
      expect(require).toThrow(message);
    }
  });
});

import type { RehearsalResult } from '../../../lib/rehearsal/judge/result';
import type { TimedEvent } from '../../../lib/rehearsal/kernel/event-log';
import { countSince, KEPT_OUT } from '../../../lib/rehearsal/record/tally';
import { rehearse } from '../../../lib/rehearsal/run/rehearse';
import type { Scenario } from '../../../lib/rehearsal/scenario/scenario';
import { exampleAssembly } from '../../helpers/example-assembly';
import { type EditableResource, editedAssembly } from '../helpers/edited-assembly';
import { ORIGIN_REFUSES } from '../helpers/origin-refuses';

/** When the first event that fits happened, in seconds after the start. */
const secondsOf = ({ events, startMs }: RehearsalResult, fits: (event: TimedEvent) => boolean): number =>
  ((events.find(fits)?.atMs ?? Number.NaN) - startMs) / 1000;

/** Single symptoms may come and go meanwhile. */
const isOutage = ({ alarmName }: { readonly alarmName: string }): boolean => alarmName.endsWith('-outage');

const emails = ({ events }: RehearsalResult, topic: string) =>
  events
    .filter((event) => event.kind === 'message')
    .filter((message) => message.protocol === 'email' && message.topic === topic);

describe.each(['edge', 'dns'] as const)('rehearsal of the example with the topology %s', (topology) => {
  let result: RehearsalResult;
  beforeAll(async () => {
    result = await rehearse({ assembly: await exampleAssembly(topology), scenario: ORIGIN_REFUSES });
  });

  test('passes', () => {
    expect(result.verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(result.verdict.passed).toBe(true);
  });

  test('rehearses the store of the template', () => {
    expect(result.settings).toMatchObject({ topology, domainName: 'shop.example.com' });
  });

  test('tells the story in its order', () => {
    const story = {
      failed: secondsOf(result, (event) => event.kind === 'fault' && event.phase === 'starts'),
      probe: secondsOf(result, ({ kind }) => kind === 'probe-failed'),
      unhealthy: secondsOf(result, (event) => event.kind === 'health-check' && !event.healthy),
      secondary: secondsOf(result, (event) => event.kind === 'dns-answer' && event.answer === 'SECONDARY'),
      alarm: secondsOf(result, (event) => event.kind === 'alarm' && event.to === 'ALARM'),
      message: secondsOf(result, ({ kind }) => kind === 'message'),
      repaired: secondsOf(result, (event) => event.kind === 'fault' && event.phase === 'ends'),
      healthy: secondsOf(result, (event) => event.kind === 'health-check' && event.healthy),
      primary: secondsOf(result, (event) => event.kind === 'dns-answer' && event.answer === 'PRIMARY'),
      ok: secondsOf(result, (event) => event.kind === 'alarm' && event.to === 'OK' && isOutage(event)),
      resolved: secondsOf(result, (event) => event.kind === 'message' && event.subject.includes('RESOLVED')),
    };
    const seconds = Object.values(story);
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
    expect(story).toMatchObject({ failed: 0, repaired: 600 });
  });

  test('keeps events in order and starts with the fault', () => {
    const times = result.events.map(({ atMs }) => atMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBe(result.startMs);
  });

  test('lets nobody see a raw error once every resolver has switched', () => {
    const switchedMs = (result.verdict.times.dnsMs ?? Number.NaN) + result.startMs;
    expect(countSince(result.shoppers, switchedMs, ['emergency page'])).toBeGreaterThan(100);
    expect(countSince(result.shoppers, switchedMs, ['raw error', 'gave up'])).toBe(0);
  });

  test('brings every shopper back to the store', () => {
    const lastMinuteMs = result.endMs - 60_000;
    expect(countSince(result.shoppers, lastMinuteMs, ['served fresh'])).toBeGreaterThan(100);
    expect(countSince(result.shoppers, lastMinuteMs, KEPT_OUT)).toBe(0);
  });

  test('tells on-call once that it is over, and nothing after that', () => {
    const subjects = emails(result, 'Understudy').map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('RESOLVED'))).toHaveLength(1);
    expect(subjects.at(-1)).toContain('RESOLVED');
    expect(subjects[0]).toContain('INVESTIGATING');
  });

  test('never announces the same change twice', () => {
    const bodies = emails(result, 'Understudy').map(({ subject, body }) => `${subject}\n${body}`);
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  test('sends no plain alarm beside what the function tells', () => {
    expect(emails(result, 'Understudy alarms')).toEqual([]);
  });

  test('lists what it looked at and what not', () => {
    const { modelled, aside, unknown } = result.coverage;
    expect(modelled.flatMap(({ unsupported }) => unsupported)).toEqual([]);
    expect(modelled.map(({ type }) => type)).toContain('AWS::CloudFront::Distribution');
    expect(aside.filter(({ because }) => because === '')).toEqual([]);
    expect(unknown).toEqual([]);
  });
});

describe('rehearsal', () => {
  const play = async (seed: number) =>
    rehearse({ assembly: await exampleAssembly('edge'), scenario: ORIGIN_REFUSES, seed });

  test('is the same again for the same seed', async () => {
    const [once, again] = [await play(7), await play(7)];
    expect(again.events).toEqual(once.events);
    expect(again.shoppers).toEqual(once.shoppers);
  });

  test('differs for another seed, and passes as well', async () => {
    const [one, other] = [await play(8), await play(9)];
    expect(other.events).not.toEqual(one.events);
    expect([one.verdict.passed, other.verdict.passed]).toEqual([true, true]);
  });
});

describe('rehearsal of a short blip', () => {
  const BLIP: Scenario = {
    ...ORIGIN_REFUSES,
    name: 'blip',
    faults: ORIGIN_REFUSES.faults.map((fault) => ({ ...fault, toSeconds: 15 })),
    endSeconds: 6 * 60,
  };

  test.each(['edge', 'dns'] as const)('switches nothing and wakes nobody: %s', async (topology) => {
    const { events } = await rehearse({ assembly: await exampleAssembly(topology), scenario: BLIP });
    const kinds = new Set(events.map(({ kind }) => kind));
    expect(kinds).toContain('probe-failed');
    for (const kind of ['health-check', 'dns-answer', 'resolver-switched', 'message'] as const) {
      expect(kinds).not.toContain(kind);
    }
  });
});

describe('rehearsal of a stack that misses its budget', () => {
  test('fails with what was too slow: a TTL of five minutes', async () => {
    const edited = await editedAssembly('dns', (resources) => {
      for (const { Type, Properties } of Object.values(resources)) {
        if (Type === 'AWS::Route53::RecordSet' && Properties['Failover'] === 'PRIMARY') {
          Properties['TTL'] = '300';
        }
      }
    });
    try {
      const { verdict } = await rehearse({ assembly: edited.directory, scenario: ORIGIN_REFUSES });
      const missed = verdict.findings.filter(({ passed }) => !passed);
      expect(verdict.passed).toBe(false);
      expect(missed.map(({ what }) => what)).toContain('every resolver has switched');
    } finally {
      edited.remove();
    }
  });
});

/** An order service that has nothing to do with the failover of the shop; none of it is modelled. */
const APP: Record<string, EditableResource> = {
  Orders: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60 } },
  Worker: { Type: 'AWS::Lambda::Function', Properties: { Code: {}, VpcConfig: { SubnetIds: ['subnet'] } } },
  Feed: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { FunctionName: { Ref: 'Worker' }, EventSourceArn: { 'Fn::GetAtt': ['Orders', 'Arn'] } },
  },
  Uploads: { Type: 'AWS::S3::Bucket', Properties: { CorsConfiguration: { CorsRules: [] } } },
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: { StreamSpecification: { StreamViewType: 'KEYS_ONLY' } },
  },
  Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'orders' } },
  Any: {
    Type: 'AWS::ApiGateway::Method',
    Properties: {
      ...{ RestApiId: { Ref: 'Api' }, AuthorizationType: 'AWS_IAM', HttpMethod: 'ANY' },
      Integration: {
        Type: 'AWS_PROXY',
        IntegrationHttpMethod: 'POST',
        Uri: { 'Fn::GetAtt': ['Worker', 'Arn'] },
      },
    },
  },
  Busy: {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      ...{
        Namespace: 'AWS/ECS',
        MetricName: 'CPUUtilization',
        Period: 10,
        AlarmActions: [{ Ref: 'Scaling' }],
      },
      ThresholdMetricId: 'band',
    },
  },
  Scaling: { Type: 'AWS::ApplicationAutoScaling::ScalingPolicy', Properties: {} },
};

describe('rehearsal of something that is not modelled', () => {
  test('fails when it is on the failover path, and leaves nothing running', async () => {
    const edited = await editedAssembly('edge', (resources) => {
      const text = { Type: 'TXT', TTL: '60', ResourceRecords: ['"a text"'] };
      const RecordSets = [{ Name: 'shop.example.com.', ...text }];
      resources['Records'] = { Type: 'AWS::Route53::RecordSetGroup', Properties: { RecordSets } };
    });
    try {
      await expect(rehearse({ assembly: edited.directory, scenario: ORIGIN_REFUSES })).rejects.toMatchObject({
        code: 'UNSUPPORTED_RESOURCE',
        message: expect.stringContaining(
          'Understudy/Records: the rehearsal does not model AWS::Route53::RecordSetGroup',
        ),
      });
    } finally {
      edited.remove();
    }
  });

  test('lists what is off the failover path', async () => {
    const edited = await editedAssembly('dns', (resources) => {
      resources['Cluster'] = { Type: 'AWS::ECS::Cluster', Properties: {} };
    });
    try {
      const scenario = { ...ORIGIN_REFUSES, endSeconds: 1 };
      const { coverage } = await rehearse({ assembly: edited.directory, scenario });
      expect(coverage.unknown).toEqual([{ name: 'Understudy/Cluster', type: 'AWS::ECS::Cluster' }]);
    } finally {
      edited.remove();
    }
  });
});

describe('rehearsal of a store with an app around it', () => {
  test('is that of the store alone', async () => {
    const scenario = { ...ORIGIN_REFUSES, endSeconds: 240 };
    const alone = await rehearse({ assembly: await exampleAssembly('edge'), scenario });
    const edited = await editedAssembly('edge', (resources) => Object.assign(resources, APP));
    try {
      const { coverage, events, shoppers } = await rehearse({ assembly: edited.directory, scenario });
      expect(coverage.unknown.map(({ name }) => name)).toEqual(
        ['Orders', 'Worker', 'Feed', 'Uploads', 'Table', 'Api', 'Any', 'Busy', 'Scaling'].map(
          (id) => `Understudy/${id}`,
        ),
      );
      expect(coverage.modelled).toEqual(alone.coverage.modelled);
      expect(events).toEqual(alone.events);
      expect(shoppers.totals).toEqual(alone.shoppers.totals);
    } finally {
      edited.remove();
    }
  });
});

describe('rehearsal of a CloudFront Function that loops forever', () => {
  test('ends with its name', async () => {
    const edited = await editedAssembly('dns', (resources) => {
      for (const { Type, Properties } of Object.values(resources)) {
        if (Type === 'AWS::CloudFront::Function') {
          Properties['FunctionCode'] = 'function handler() { while (true); }';
        }
      }
    });
    try {
      await expect(rehearse({ assembly: edited.directory, scenario: ORIGIN_REFUSES })).rejects.toMatchObject({
        code: 'UNSUPPORTED_PROPERTY',
        message: expect.stringMatching(
          /^Understudy\/\w+\.FunctionCode: does not end within 2 seconds; let every loop come to its end$/,
        ),
      });
    } finally {
      edited.remove();
    }
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Channel, Understudy } from '../../lib';
import type { RehearsalResult } from '../../lib/rehearsal/judge/result';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import type { Scenario } from '../../lib/rehearsal/scenario/scenario';
import { APP_CONTEXT, storeProps } from '../helpers/store-props';
import { ORIGIN_REFUSES } from './helpers/origin-refuses';

/** The same outage, while the function that announces changes throws whenever it runs. */
const ANNOUNCER_BROKEN: Scenario = {
  ...ORIGIN_REFUSES,
  faults: [
    ...ORIGIN_REFUSES.faults,
    {
      kind: 'functions fail',
      spares: 'behind topics',
      fromSeconds: 0,
      toSeconds: ORIGIN_REFUSES.endSeconds,
      text: 'the announcer is broken',
    },
  ],
};

/** The same outage, while neither pager nor chat can be reached. */
const RECEIVERS_DOWN: Scenario = {
  ...ORIGIN_REFUSES,
  faults: [
    ...ORIGIN_REFUSES.faults,
    {
      kind: 'endpoints down',
      protocols: ['https'],
      fromSeconds: 0,
      toSeconds: ORIGIN_REFUSES.endSeconds,
      text: 'no receiver answers',
    },
  ],
};

describe('rehearsal of a store with channels', () => {
  let outdir: string;
  let result: RehearsalResult;
  let withDeadReceivers: RehearsalResult;
  let withBrokenAnnouncer: RehearsalResult;
  beforeAll(async () => {
    outdir = mkdtempSync(join(tmpdir(), 'understudy-channels-'));
    const app = new App({ outdir, context: APP_CONTEXT, builtinCloudFormationValidation: false });
    const { onCall, ...props } = storeProps();
    const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
    const channels = [
      Channel.pagerDuty({ secret: new Secret(stack, 'PagerDuty') }),
      Channel.slack({ secret: Secret.fromSecretNameV2(stack, 'Slack', 'shop/slack') }),
      Channel.amazonQ({ acknowledge: true }),
    ];
    new Understudy(stack, 'Understudy', {
      ...props,
      onCall: { ...onCall, channels },
    });
    app.synth();
    result = await rehearse({ assembly: outdir, scenario: ORIGIN_REFUSES });
    withDeadReceivers = await rehearse({ assembly: outdir, scenario: RECEIVERS_DOWN });
    withBrokenAnnouncer = await rehearse({ assembly: outdir, scenario: ANNOUNCER_BROKEN });
  });
  afterAll(() => rmSync(outdir, { recursive: true }));

  /** What a receiver outside AWS got. */
  const received = (endpoint: string, { events } = result) =>
    events
      .filter((event) => event.kind === 'message')
      .filter((message) => message.endpoint === endpoint)
      .map(({ body }) => JSON.parse(body));

  test('shows the pager one alert, from its beginning to its end', () => {
    const events = received('events.pagerduty.com').filter(({ dedup_key }) => dedup_key.startsWith('INC-'));
    expect(events.map(({ event_action }) => event_action)).toEqual(['trigger', 'trigger', 'resolve']);
    expect(new Set(events.map(({ dedup_key }) => dedup_key)).size).toBe(1);
  });

  test('shows the pager what plain alarms tell when the announcer is broken, and resolves the outage', () => {
    const events = received('events.pagerduty.com', withBrokenAnnouncer);
    const alerts = events.map(({ event_action, dedup_key }) => `${event_action} ${dedup_key}`);
    expect(alerts).toEqual(
      expect.arrayContaining([
        'trigger shop.example.com-status-update-errors',
        'trigger shop.example.com-outage',
        'resolve shop.example.com-outage',
      ]),
    );
  });

  test('shows the chat the same changes', () => {
    const texts = received('secret.invalid')
      .map(({ text }) => text)
      .filter((text) => text.includes('INC-'));
    expect(texts).toEqual([
      expect.stringContaining('INVESTIGATING'),
      expect.stringContaining('MONITORING'),
      expect.stringContaining('RESOLVED'),
    ]);
  });

  test('tells everybody else at the same moment when neither pager nor chat can be reached', () => {
    const told = ({ events }: RehearsalResult) =>
      events.flatMap((event) =>
        event.kind === 'message' && event.topic === 'Understudy' ? [[event.atMs, event.subject]] : [],
      );
    expect(told(withDeadReceivers)).toEqual(told(result));
    expect(told(result)).not.toEqual([]);
  });

  test.each(['pager-duty', 'slack'])('says that messages to %s wait in their queue', (name) => {
    const alarmed = withDeadReceivers.events.filter(
      (event) =>
        event.kind === 'alarm' && event.to === 'ALARM' && event.alarmName.includes(`${name}-dead-letters`),
    );
    expect(alarmed).toHaveLength(1);
  });

  test('runs every function without an error', () => {
    const failed = result.events.filter((event) => event.kind === 'function' && event.outcome === 'failed');
    expect(failed).toEqual([]);
  });
});

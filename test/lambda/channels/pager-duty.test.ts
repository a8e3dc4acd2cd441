import { pagerDutyAlarm, pagerDutyEvent, pagerDutyMessages } from '../../../lambda/channels/pager-duty';
import { OVER, simpleAlarm } from './helpers/alarms';
import { RESOLVED, simpleUpdate } from './helpers/updates';

const KEY = 'R0123456789ABCDEF0123456789ABCDE';
const SETTINGS = { secret: KEY, endpoint: 'https://events.example.com' };
const AT = Date.parse(simpleUpdate().at);

describe('PagerDuty event', () => {
  test('triggers an alert with all that a responder needs', () => {
    expect(pagerDutyEvent(simpleUpdate(), KEY)).toEqual({
      routing_key: KEY,
      event_action: 'trigger',
      dedup_key: 'INC-20250301-07 shop.example.com',
      client: 'Understudy',
      client_url: 'https://console.example.com/d',
      links: [
        { href: 'https://wiki.example.com/runbook', text: 'Runbook' },
        { href: 'https://console.example.com/d', text: 'Dashboard' },
      ],
      payload: {
        summary: '[SEV1] INVESTIGATING shop.example.com: store down #INC-20250301-07',
        source: 'shop.example.com',
        severity: 'critical',
        timestamp: '2025-03-01T09:57:00.000Z',
        component: 'store',
        group: 'Example Shop',
        class: 'store-down',
        custom_details: {
          incident_id: 'INC-20250301-07',
          update: '1',
          status: 'investigating',
          what: "Example Shop is down: shoppers can't use the store.",
          now: 'CloudFront shows the emergency page.',
          you: 'on-call: open the runbook.',
          checkers: 'home: 16 of 16 fail in all 8 regions',
          next_update_at: '2025-03-01T10:15:00.000Z',
          alarms: 'shop.example.com-store-down',
        },
      },
    });
  });

  test('resolves the alert that the first update made', () => {
    const [first, last] = [simpleUpdate(), RESOLVED].map((update) => pagerDutyEvent(update, KEY));
    expect([first?.event_action, last?.event_action]).toEqual(['trigger', 'resolve']);
    expect(last?.dedup_key).toBe(first?.dedup_key);
  });

  test.each([
    [1, 'INC-20250301-07 shop.example.com'],
    [2, 'INC-20250301-07 (2) shop.example.com'],
    [10, 'INC-20250301-07 (10) shop.example.com'],
  ])('of round %i has the key "%s"', (round, key) => {
    expect(pagerDutyEvent(simpleUpdate({ round }), KEY).dedup_key).toBe(key);
  });

  test('keeps the rounds of a store with the longest of names apart', () => {
    const store = { domainName: 'x'.repeat(253), name: 'Example Shop' };
    const keys = [1, 2].map((round) => pagerDutyEvent(simpleUpdate({ round, store }), KEY).dedup_key);
    expect(keys.map(({ length }) => length)).toEqual([255, 255]);
    expect(new Set(keys).size).toBe(2);
  });

  test('acknowledges the alert once somebody has the incident, and resolves it all the same', () => {
    const acknowledged = simpleUpdate({ kind: 'acknowledged' });
    expect(pagerDutyEvent(acknowledged, KEY).event_action).toBe('acknowledge');
    expect(pagerDutyEvent({ ...acknowledged, phase: 'resolved' }, KEY).event_action).toBe('resolve');
  });

  test.each([
    ['SEV1', false, 'critical'],
    ['SEV2', false, 'error'],
    ['SEV3', false, 'warning'],
    ['SEV1', true, 'info'],
  ] as const)('of %s (drill: %s) has severity %s', (severity, drill, expected) => {
    expect(pagerDutyEvent(simpleUpdate({ severity, drill }), KEY).payload.severity).toBe(expected);
  });

  test.each([
    [1_023, 1_023],
    [1_024, 1_024],
    [1_025, 1_024],
  ])('cuts a summary of %i characters to %i', (length, expected) => {
    const { payload } = pagerDutyEvent(simpleUpdate({ subject: 'x'.repeat(length) }), KEY);
    expect(payload.summary).toHaveLength(expected);
  });

  test('goes to the endpoint, the key inside', () => {
    const messages = pagerDutyMessages(simpleUpdate(), { ...SETTINGS, nowMs: AT });
    expect(messages).toMatchObject([{ url: 'https://events.example.com', body: { routing_key: KEY } }]);
  });

  test.each([
    ['still', 'investigating', 59_999, true],
    ['still', 'investigating', 60_000, false],
    ['recovered', 'monitoring', 60_000, false],
    ['recovered', 'monitoring', 59_999, true],
    ['said', 'identified', 59_999, true],
    ['said', 'monitoring', 0, false],
    ['retracted', 'monitoring', 0, false],
    ['nudge', 'monitoring', 0, false],
    ['opened', 'investigating', 3_600_000, true],
    ['escalated', 'investigating', 3_600_000, true],
    ['acknowledged', 'investigating', 3_600_000, true],
    ['changed', 'investigating', 3_600_000, true],
    ['relapsed', 'investigating', 3_600_000, true],
    ['resolved', 'resolved', 3_600_000, true],
  ] as const)('of kind "%s" (%s) is sent %d ms late: %s', (kind, phase, lateMs, sent) => {
    const messages = pagerDutyMessages(simpleUpdate({ kind, phase }), { ...SETTINGS, nowMs: AT + lateMs });
    expect(messages.length > 0).toBe(sent);
  });

  test.each([
    ['relapsed', 'investigating', 1, ['trigger 1']],
    ['relapsed', 'investigating', 2, ['resolve 1', 'trigger 2']],
    ['changed', 'investigating', 2, ['trigger 2']],
    ['recovered', 'monitoring', 2, ['trigger 2']],
    ['resolved', 'resolved', 1, ['resolve 1']],
    ['resolved', 'resolved', 3, ['resolve 2', 'resolve 1', 'resolve 3']],
    ['resolved', 'resolved', 8, ['7', '6', '5', '4', '3', '8'].map((round) => `resolve ${round}`)],
  ] as const)(
    'of kind "%s" (%s), round %d, closes what came before, whose end SNS may never have confirmed: %j',
    (kind, phase, round, expected) => {
      const messages = pagerDutyMessages(simpleUpdate({ kind, phase, round }), { ...SETTINGS, nowMs: AT });
      const events = messages.map(({ body }) => body as ReturnType<typeof pagerDutyEvent>);
      expect(
        events.map(
          ({ event_action, dedup_key }) => `${event_action} ${/\((\d)\)/.exec(dedup_key)?.[1] ?? '1'}`,
        ),
      ).toEqual(expected);
    },
  );

  test('fails without a key', () => {
    expect(() => pagerDutyEvent(simpleUpdate(), '')).toThrow(/routing_key/);
  });
});

describe('PagerDuty event of a plain alarm', () => {
  test('triggers an alert of its own', () => {
    expect(pagerDutyAlarm(simpleAlarm(), KEY)).toEqual({
      routing_key: KEY,
      event_action: 'trigger',
      dedup_key: 'shop.example.com-outage',
      client: 'Understudy',
      links: [
        { href: 'https://wiki.example.com/r', text: 'Runbook' },
        { href: 'https://steps.example.com/s', text: 'Steps' },
      ],
      payload: {
        summary: "ALARM: shop.example.com-outage. Some shoppers can't buy. Start with the store.",
        source: 'shop.example.com-outage',
        severity: 'critical',
        timestamp: '2025-03-01T09:58:00.000Z',
        component: 'shop.example.com-outage',
        group: 'CloudWatch',
        class: 'plain alarm',
        custom_details: {
          state: 'ALARM',
          what: "Some shoppers can't buy. Start with the store.",
          reason: 'shop.example.com-store-down transitioned to ALARM',
        },
      },
    });
  });

  test('resolves that alert with OK', () => {
    expect(pagerDutyAlarm(OVER, KEY)).toMatchObject({
      event_action: 'resolve',
      dedup_key: pagerDutyAlarm(simpleAlarm(), KEY).dedup_key,
    });
  });

  test.each([
    ['shop.example.com-outage', 'critical'],
    ['shop.example.com-status-update-errors', 'error'],
  ])('of %s is %s', (name, severity) => {
    expect(pagerDutyAlarm(simpleAlarm({ name }), KEY).payload.severity).toBe(severity);
  });

  test('triggers for an alarm that fell silent', () => {
    expect(pagerDutyAlarm(simpleAlarm({ state: 'INSUFFICIENT_DATA' }), KEY).event_action).toBe('trigger');
  });
});

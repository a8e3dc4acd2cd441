import fc from 'fast-check';
import type { Announcement } from '../../../../lambda/status-update/incident/announcement';
import { composeMessage } from '../../../../lambda/status-update/message/compose-message';
import { MAX_COLUMNS } from '../../../../lambda/status-update/message/field';
import type { Reading } from '../../../../lambda/status-update/message/reading';
import { NOTHING_KNOWN, simpleAnnouncement } from '../helpers/announcements';
import { DNS_SETTINGS, SETTINGS } from '../helpers/settings';
import { CHECKOUT_DOWN, EDGE_ERRORS } from '../helpers/symptoms';

const READINGS: readonly Reading[] = [{ metric: EDGE_ERRORS.metric, label: 'edge', value: 92 }];
const REPORTS = ['sa-east-1', 'eu-west-1'].map((region) => ({ region, passed: region === 'sa-east-1' }));
const OVER = { alarmNames: [], phase: 'resolved', wellSinceMs: Date.parse('2025-03-01T10:00:00Z') } as const;
const WELL = { alarmNames: [], wellSinceMs: Date.parse('2025-03-01T10:00:00Z') };
const LONGEST_ZONE = 'America/Argentina/ComodRivadavia';
const MINUTE_MS = 60_000;
const bodyOf = (changes: Partial<Announcement>, settings = SETTINGS) =>
  composeMessage(simpleAnnouncement(changes), NOTHING_KNOWN, settings).body;

interface LongestMessage {
  readonly said: Announcement['kind'];
  readonly well: boolean;
  /** Whether Route 53 says what its checkers see. */
  readonly asked: boolean;
  readonly labels: string[];
  readonly long: string;
}

/** A message in which everything that somebody names or says is `long`. */
function longestMessage({ said, well, asked, labels, long }: LongestMessage) {
  const contacts = [{ role: long, reach: long }];
  const store = { ...SETTINGS.STORE, storeName: long, owner: long, timeZone: LONGEST_ZONE, contacts };
  const revenuePerMinute = { amount: 1_234_567, currency: 'EUR' };
  const settings = { ...SETTINGS, STORE: { ...store, longOutageHours: 0, revenuePerMinute } };
  const scope = { kind: 'endpoint-down', labels } as const;
  const announcement = simpleAnnouncement({
    kind: said,
    scope,
    previous: scope,
    deployment: { version: 'v'.repeat(40), atMs: 0 },
    words: { texts: { en: long }, expectedBackMs: 0 },
    ...(well ? WELL : {}),
  });
  // Nothing fails once it is well, so there is nothing to quote.
  const failing = well ? [] : labels;
  const readings = failing.map((label) => ({ metric: CHECKOUT_DOWN.metric, label, value: 0 }));
  const endpoints = asked ? failing.map((label) => ({ label, reports: REPORTS })) : [];
  const numbers = { readings, endpoints, failed: { requests: 1e9, minutes: 9 } };
  return composeMessage(announcement, numbers, settings);
}

const at = (time: string): number => Date.parse(`2025-03-01T${time}:00Z`);
const ROLE_SESSION = 'arn:aws:sts::111122223333:assumed-role/OnCall/ola@example.com';

describe('message', () => {
  test('leads with you, what, now and next, and ends with links on lines of their own', () => {
    expect(composeMessage(simpleAnnouncement(), { readings: READINGS, endpoints: [] }, SETTINGS).body).toBe(
      [
        'YOU      oncall-shop: open the runbook. Is the store well after all?',
        '         "npx understudy failover hold primary" opens it.',
        "WHAT     Example Shop is down: shoppers can't use the store at",
        '         shop.example.com.',
        'NOW      For as long as the health checks fail, Route 53 answers the',
        "         origin's name with the secondary record. CloudFront shows the",
        '         emergency page in place of each 5xx response.',
        'NEXT     Update by 10:15 UTC (11:15 Europe/Warsaw)',
        '',
        'Severity SEV1 | INVESTIGATING | oncall-shop',
        'Since    2025-03-01 09:57 UTC (10:57 Europe/Warsaw)',
        'Metric   5xx rate 92 %',
        'ID       INC-20250301-07 (automatic message 1)',
        '',
        'Runbook',
        'https://wiki.example.com/runbooks/store-down',
        'Steps',
        'https://d111111abcdef8.cloudfront.net/understudy/1234abcd-12ab-34cd-56ef-1234567890ab/runbook.html#store-down',
        'Dashboard',
        'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/shop-example-com',
      ].join('\n'),
    );
  });

  test('says how long it took when it is over, and promises nothing more', () => {
    const body = bodyOf({ ...OVER, kind: 'resolved', nextUpdateAtMs: undefined });
    expect(body).toContain('WHAT     shop.example.com is back after 3 min (was: store down).');
    expect(body).toContain('YOU      oncall-shop: check orders and payments from that time.');
    expect(body).toContain('NEXT     No further message.');
    expect(body).toContain('\nReview\n');
  });

  test.each([
    ['store-down', 'All alarms have been OK since 10:00 UTC. Route 53 has switched back by itself.'],
    [
      'edge-errors',
      'All alarms have been OK since 10:00 UTC. Nothing had been switched, so nothing has to be switched back.',
    ],
  ] as const)('says of %s that is over how shoppers come back', (kind, now) => {
    const body = bodyOf({ ...OVER, kind: 'resolved', scope: { kind, labels: [] } });
    expect(body.replace(/\s+/g, ' ')).toContain(`NOW ${now} NEXT`);
  });

  test('says what was told before when it changes', () => {
    const body = bodyOf({
      kind: 'changed',
      scope: { kind: 'endpoint-down', labels: ['checkout'] },
      previous: { kind: 'store-down', labels: ['store'] },
    });
    expect(body.replace(/\s+/g, ' ')).toContain(
      'checkout at shop.example.com fails its health check: errors, a wrong page or no response within 2 s.',
    );
    expect(body.replace(/\s+/g, ' ')).toContain('Before: store down.');
  });

  test('does not call a store down that may only be slow', () => {
    const body = bodyOf({ scope: { kind: 'store-failing', labels: ['home'] } }).replace(/\s+/g, ' ');
    expect(body).toContain(
      'fails its health check at home (shop.example.com): errors, a wrong page or no response within 2 s. It stays open.',
    );
    expect(body).toContain("Nothing was switched while the store's port takes connections.");
    expect(body).not.toContain('store down');
  });

  test('says which checkers fail, where and why, in place of the share that CloudWatch has', () => {
    const share = { ...CHECKOUT_DOWN.metric, name: 'HealthCheckPercentageHealthy' };
    const readings = [{ metric: share, label: 'checkout', value: 50 }, ...READINGS];
    const reports = REPORTS.map((report) => ({
      ...report,
      failure: 'HTTP Status Code 500, Internal Server Error',
    }));
    const endpoints = [{ label: 'checkout', reports }];
    const { body } = composeMessage(simpleAnnouncement(), { readings, endpoints }, SETTINGS);
    expect(body).toContain(
      'Checkers checkout: 1 of 2 fail in 1 of 2 regions (eu-west-1): HTTP\n         Status Code 500\nMetric   5xx rate 92 %\n',
    );
  });

  test('says why the rate falls while most shoppers still meet errors', () => {
    const announcement = simpleAnnouncement({
      kind: 'still',
      scope: { kind: 'edge-outage', labels: ['edge'] },
    });
    const { body } = composeMessage(announcement, { readings: READINGS, endpoints: [] }, SETTINGS);
    expect(body.replace(/\s+/g, ' ')).toContain(
      'Metric 5xx rate 92 % | waiting emergency pages lower this rate:',
    );
  });

  test('quotes no number without data', () => {
    expect(bodyOf({})).not.toContain('Metric');
  });

  test.each([
    [
      'store-down',
      "For as long as the health checks fail, Route 53 answers the shop's names with the emergency site.",
    ],
    ['endpoint-down', "Nothing was switched: shoppers still reach the store's own front door."],
    ['store-failing', "Nothing was switched: shoppers still reach the store's own front door."],
    ['slow', "Nothing was switched: shoppers still reach the store's own front door."],
  ] as const)('tells what the stack does about %s when the store has its own front door', (kind, now) => {
    const body = bodyOf({ scope: { kind, labels: ['x'] } }, DNS_SETTINGS);
    expect(body.replace(/\s+/g, ' ')).toContain(`NOW ${now} NEXT`);
  });

  test('says at once that it has recovered, for how long it is watched, and what was lost', () => {
    const announcement = simpleAnnouncement({ kind: 'recovered', phase: 'monitoring', ...WELL });
    const { body } = composeMessage(
      announcement,
      { ...NOTHING_KNOWN, failed: { requests: 4_100, minutes: 3 } },
      SETTINGS,
    );
    expect(body).toContain('WHAT     shop.example.com is back after 3 min (was: store down).');
    expect(body).toContain('Lasted   3 min, first failing datapoint to last OK');
    expect(body.replace(/\s+/g, ' ')).toContain('it counts as over after 5 min without an alarm.');
    expect(body).toContain('Lost     about 4,100 requests failed at CloudFront (estimates)');
    expect(body).toContain('NEXT     Update by 10:15 UTC');
  });

  test('counts as lost the minutes that it says it lasted', () => {
    const settings = {
      ...SETTINGS,
      STORE: { ...SETTINGS.STORE, revenuePerMinute: { amount: 9, currency: 'EUR' } },
    };
    const wellSinceMs = Date.parse('2025-03-01T10:08:59Z');
    const body = bodyOf({ kind: 'recovered', phase: 'monitoring', alarmNames: [], wellSinceMs }, settings);
    expect(body).toContain('is back after 12 min');
    expect(body).toContain('Lasted   12 min, first failing datapoint to last OK');
    expect(body).toContain('up to 12 min x 9 = 108 EUR of sales');
  });

  test("shows a person's words as shoppers read them, with the estimate", () => {
    const words = {
      texts: { en: 'We found the cause.' },
      expectedBackMs: Date.parse('2025-03-01T11:30:00Z'),
    };
    const body = bodyOf({ kind: 'said', phase: 'identified', words });
    expect(body.replace(/\s+/g, ' ')).toContain(
      'NOW Shoppers read: "We found the cause." (back by 11:30 UTC)',
    );
    expect(body).toContain('| IDENTIFIED |');
    expect(body).toContain("ID       INC-20250301-07 (a person's message 1)");
  });

  test('names the day of what is not today', () => {
    const words = { texts: { en: 'We wait.' }, expectedBackMs: Date.parse('2025-03-02T09:00:00Z') };
    const body = bodyOf({ kind: 'said', words, nextUpdateAtMs: Date.parse('2025-03-02T08:00:00Z') });
    expect(body).toContain('(back by 2025-03-02 09:00 UTC)');
    expect(body).toContain('NEXT     Update by 2025-03-02 08:00 UTC (09:00 Europe/Warsaw)');
  });

  test('cuts no time zone', () => {
    const settings = { ...SETTINGS, STORE: { ...SETTINGS.STORE, timeZone: LONGEST_ZONE } };
    const body = bodyOf({ kind: 'unstable', changes: 4 }, settings);
    expect(body.replace(/\s+/g, ' ')).toContain(`or 10:15 UTC (07:15 ${LONGEST_ZONE})`);
  });

  test('keeps quiet about an unstable store, and says until when', () => {
    const body = bodyOf({ kind: 'unstable', changes: 4 });
    expect(body.replace(/\s+/g, ' ')).toContain(
      'WHAT shop.example.com keeps going down and coming back: 4 changes in 60 min',
    );
    expect(body).toContain('YOU      oncall-shop: find out why; see the runbook.');
    expect(body).toContain('NEXT     Quiet until it is stable, or 10:15 UTC (11:15 Europe/Warsaw)');
  });

  test.each([
    ['store-down', 24 * 60 * MINUTE_MS - 1, false],
    ['store-down', 24 * 60 * MINUTE_MS, true],
    ['edge-outage', 24 * 60 * MINUTE_MS, true],
    // What still answers with 200 loses nothing.
    ['endpoint-down', 24 * 60 * MINUTE_MS, false],
    ['edge-errors', 24 * 60 * MINUTE_MS, false],
    ['slow', 24 * 60 * MINUTE_MS, false],
  ] as const)('of %s that has lasted %i ms warns of search engines: %s', (kind, lasted, warned) => {
    const startedAtMs = Date.parse('2025-03-01T10:00:00Z') - lasted;
    const body = bodyOf({ kind: 'still', startedAtMs, scope: { kind, labels: ['x'] } });
    expect(body.includes('Search engines')).toBe(warned);
  });

  test('names the last deployment and whom to call', () => {
    const contacts = [
      { role: 'hosting', reach: '+48 1' },
      { role: 'payments', reach: '+48 2' },
    ];
    const settings = { ...SETTINGS, STORE: { ...SETTINGS.STORE, contacts } };
    const deployment = { version: 'v1.2.3', atMs: Date.parse('2025-03-01T09:40:00Z') };
    const body = bodyOf({ deployment }, settings);
    expect(body).toContain('Changes  deployed v1.2.3 at 2025-03-01 09:40 UTC, 17 min before it began');
    expect(body).toContain('Contacts hosting +48 1 | payments +48 2');
  });

  test('of a store whose standby serves says so, and that nobody is kept out', () => {
    const body = bodyOf({ scope: { kind: 'on-standby', labels: ['store'] } }).replace(/\s+/g, ' ');
    expect(body).toContain(
      'WHAT Example Shop runs on its standby: the origin of shop.example.com fails its health checks. Shoppers can use the store. NOW',
    );
    expect(body).toContain('Severity SEV2 |');
    expect(body).not.toContain("can't");
  });

  test('calls nothing down while every checker passes: an alarm may be minutes behind', () => {
    const endpoints = [{ label: 'home', reports: REPORTS.map((report) => ({ ...report, passed: true })) }];
    const numbers = { ...NOTHING_KNOWN, endpoints };
    const { subject, body, data } = composeMessage(simpleAnnouncement(), numbers, SETTINGS);
    expect(subject).toContain('shop.example.com: store failed, checks pass (no. 1');
    expect(body.replace(/\s+/g, ' ')).toContain(
      'WHAT Example Shop failed some minutes ago (shop.example.com). All checkers pass now. NOW',
    );
    expect(body).toContain('Checkers home: all 2 pass');
    expect(JSON.parse(data ?? '{}').headline).toBe('store failed, checks pass');
  });

  test('speaks of a person who says something once it is well as of a store that is up', () => {
    const words = { texts: { en: 'Thank you for waiting.' }, expectedBackMs: null };
    const said = { kind: 'said', words, wellSinceMs: Date.parse('2025-03-01T09:59:00Z') } as const;
    expect(bodyOf(said).replace(/\s+/g, ' ')).toContain(
      'WHAT shop.example.com has been up again since 09:59 UTC (was: store down). NOW Shoppers read',
    );
  });

  test('begins with what it is in a drill', () => {
    expect(bodyOf({ drill: true })).toMatch(
      /^DRILL {4}a drill\. What is no part of it is real: if in doubt, act\.\nYOU/,
    );
  });

  test.each<[string, Partial<Announcement>]>([
    ['nobody yet: "npx understudy ack"; second contact at 10:10 UTC', {}],
    ['nobody; second contact told at 10:11 UTC: "npx understudy ack"', { escalatedAtMs: at('10:11') }],
    ['ola@example.com at 10:05 UTC', { acknowledgedAtMs: at('10:05'), acknowledgedBy: ROLE_SESSION }],
    ['somebody at 10:05 UTC', { acknowledgedAtMs: at('10:05') }],
  ])('says on one line who has it: %s', (line, changes) => {
    expect(bodyOf({ escalateAtMs: at('10:10'), ...changes })).toContain(`\nAck      ${line}\n`);
  });

  test('says nothing of acknowledgements where nobody waits for one', () => {
    expect(bodyOf({})).not.toContain('\nAck ');
    expect(bodyOf({ escalateAtMs: at('10:10'), wellSinceMs: at('10:05') })).not.toContain('\nAck ');
  });

  test('to the second contact begins with how to take it, and names the first move in full', () => {
    const endpoints = [{ label: 'home', reports: REPORTS.map((report) => ({ ...report, passed: false })) }];
    const { subject, body, sms } = composeMessage(
      simpleAnnouncement({ kind: 'escalated', update: 2, escalatedAtMs: at('10:11') }),
      { ...NOTHING_KNOWN, endpoints },
      SETTINGS,
    );
    expect(subject).toContain('[SEV1] UNACKNOWLEDGED shop.example.com: store down (no. 2');
    expect(body.replace(/\s+/g, ' ')).toMatch(
      /^YOU oncall-shop: "npx understudy ack", then is the origin alive\? "npx understudy failover" quotes what each checker gets\. WHAT/,
    );
    expect(sms).toContain('Take it: npx understudy ack');
  });

  test('cuts neither a contact nor the deployment', () => {
    const roles = ['hosting', 'payments', 'database', 'registrar', 'agency'];
    const contacts = roles.map((role) => ({ role, reach: '+48 22 123 45 67' }));
    const settings = { ...SETTINGS, STORE: { ...SETTINGS.STORE, contacts } };
    const version = 'release-2025-03-01-hotfix-checkout-4f3c2a';
    const body = bodyOf({ deployment: { version, atMs: Date.parse('2025-03-01T09:40:00Z') } }, settings);
    expect(body.replace(/\s+/g, ' ')).toContain(
      `Changes deployed ${version} at 2025-03-01 09:40 UTC, 17 min before it began`,
    );
    expect(body.match(/\+48 22 123 45 67/g)).toHaveLength(5);
  });

  test('has at most 25 lines of 72 columns, a URL apart, whatever the names and the words', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300, size: 'max' });
    const kind = fc.constantFrom<Announcement['kind'][]>(
      ...(['opened', 'changed', 'still', 'recovered', 'relapsed', 'unstable'] as const),
      ...(['resolved', 'said', 'retracted', 'nudge', 'acknowledged', 'escalated'] as const),
    );
    fc.assert(
      fc.property(
        kind,
        fc.boolean(),
        fc.boolean(),
        fc.array(text, { minLength: 1, maxLength: 9 }),
        text,
        (said, well, asked, labels, long) => {
          const lines = longestMessage({ said, well, asked, labels, long }).body.split('\n');
          expect(lines.length).toBeLessThanOrEqual(25);
          const wide = lines.filter((line) => [...line].length > MAX_COLUMNS && !line.startsWith('https://'));
          expect(wide).toEqual([]);
        },
      ),
      {
        examples: [
          ['opened', false, false, ['\0\n\0'], '\0'.repeat(80)],
          ['opened', false, true, ['\0'.repeat(35)], '\0\n\0'],
        ],
      },
    );
  });
});

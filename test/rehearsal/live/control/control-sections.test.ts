import { NO_TOPIC } from '../../../../lib/rehearsal/kernel/event-log';
import { controlPage } from '../../../../lib/rehearsal/live/control/control-page';
import { controlSections } from '../../../../lib/rehearsal/live/control/control-sections';
import type { ControlState } from '../../../../lib/rehearsal/live/control/control-state';

const NOW_MS = Date.UTC(2026, 10, 27, 9, 6, 24);

const CALM: ControlState = {
  nowMs: NOW_MS,
  speed: 10,
  domainName: 'shop.example.com',
  shopUrl: 'http://127.0.0.1:8080/',
  store: { running: true, pid: 4711 },
  healthChecks: [{ name: 'home', healthy: true }],
  dnsAnswers: [{ recordName: 'origin.shop.example.com', answer: 'PRIMARY', address: '192.0.2.1' }],
  alarms: [],
  inbox: [],
  timeline: [],
};

const VISIT = { atMs: NOW_MS, url: 'GET /', outcome: 'served fresh' as const, because: 'the store answered' };

const sections = (changes: Partial<ControlState> = {}) => controlSections({ ...CALM, ...changes });

describe('control page', () => {
  test('shows the time and how fast it passes', () => {
    expect(sections().clock).toBe('09:06:24 UTC <span class="note">10× wall time</span>');
  });

  test.each<[string, Partial<ControlState>, string, string]>([
    ['a running store', {}, 'store', 'running</span></span> <span class="note">process 4711'],
    ['a store that is down', { store: { running: false } }, 'store', 'badge bad">down'],
    [
      'an unhealthy check',
      { healthChecks: [{ name: 'home', healthy: false }] },
      'health-checks',
      'bad">unhealthy',
    ],
    ['the answer of DNS', {}, 'dns', 'good">PRIMARY'],
    ['that nobody has looked at the shop', {}, 'visit', 'You have not looked at it yet'],
    ['what a shopper got', { visit: VISIT }, 'visit', 'good">served fresh'],
    [
      'what a shopper got instead',
      { visit: { ...VISIT, outcome: 'emergency page' } },
      'visit',
      'bad">emergency page</span> <span class="note">GET / at <time>09:06:24 UTC</time>: the store',
    ],
    ['an inbox without a message', {}, 'inbox', 'No message yet'],
    ['a timeline without an event', {}, 'timeline', 'Nothing has happened yet'],
  ])('shows %s', (_title, changes, id, html) => {
    expect(sections(changes)[id]).toContain(html);
  });

  test("shows a message in the e-mail's words, and other channels' words where they differ", () => {
    const copies = [
      { protocol: 'sms', endpoint: '+48', body: 'Short' },
      { protocol: 'email', endpoint: 'a@example.com', body: 'Long' },
      { protocol: 'email', endpoint: 'b@example.com', body: 'Long' },
    ];
    const { inbox = '' } = sections({ inbox: [{ atMs: NOW_MS, topic: 'On-call', subject: 'Down', copies }] });
    expect([...inbox.matchAll(/<pre>(.*?)<\/pre>/g)].map(([, text]) => text)).toEqual(['Long', 'Short']);
    expect(inbox).toContain('to sms +48, email a@example.com, email b@example.com');
    expect(inbox).toContain('As sms +48 got it:');
  });

  test('shows alarms that are not OK, and counts the others, which unfold', () => {
    const alarm = (name: string, state: ControlState['alarms'][number]['state']) =>
      ({ name, state, because: `why ${name}` }) as ControlState['alarms'][number];
    const { alarms = '' } = sections({
      alarms: [
        alarm('home-down', 'ALARM'),
        alarm('silent', 'INSUFFICIENT_DATA'),
        alarm('a', 'OK'),
        alarm('b', 'OK'),
      ],
    });
    const [shown = '', folded = ''] = alarms.split('<details');
    expect(shown).toContain('why home-down');
    expect(shown).toContain('silent');
    expect(folded).toContain('2 OK</span></summary>');
    expect(folded).toMatch(/>a<.*>b</s);
    expect(sections({ alarms: [alarm('a', 'ALARM')] }).alarms).not.toContain('<details');
  });

  test('folds up what webhooks and channels got, which only programs read', () => {
    const email = { protocol: 'email', endpoint: 'a@example.com', body: 'Long' };
    const webhook = { protocol: 'https', endpoint: 'https://hook.example.com', body: '{"a":1}' };
    const { inbox = '' } = sections({
      inbox: [
        { atMs: NOW_MS, topic: 'On-call', subject: 'Down', copies: [email, webhook] },
        { atMs: NOW_MS, topic: NO_TOPIC, subject: 'Posted', copies: [webhook] },
      ],
    });
    expect(inbox).toMatch(/<pre>Long<\/pre>\n<details [^>]*><summary[^>]*>As https https:\/\/hook/);
    expect(inbox.match(/<details/g)).toHaveLength(2);
    expect(inbox.replace(/<details.*?<\/details>/gs, '')).not.toContain('{');
  });

  test.each([
    [1, '1 message<', 0],
    [5, '5 messages, newest first<', 0],
    [6, '6 messages, newest first<', 1],
  ])('says that there are %i messages, and folds up the earlier ones', (count, text, earlier) => {
    const copies = [{ protocol: 'email', endpoint: 'a@example.com', body: 'Long' }];
    const one = { atMs: NOW_MS, topic: 'On-call', subject: 'Down', copies };
    const { inbox = '' } = sections({ inbox: Array.from({ length: count }, () => one) });
    expect(inbox).toContain(text);
    expect(inbox.includes(`${earlier} earlier`)).toBe(earlier > 0);
    expect(inbox.match(/<article>/g)).toHaveLength(count);
  });

  test.each([
    [true, ['false', 'true']],
    [false, ['true', 'false']],
  ])('has buttons that work only where they do something: running %s', (running, disabled) => {
    const page = controlPage({ ...CALM, store: { running } }, 'token');
    expect([...page.matchAll(/<button [^>]*aria-disabled="(\w+)"/g)].map(([, value]) => value)).toEqual(
      disabled,
    );
  });

  test('writes everything from outside as text', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const html = Object.values(
      sections({
        healthChecks: [{ name: evil, healthy: true }],
        dnsAnswers: [{ recordName: evil, answer: 'SECONDARY', address: evil }],
        inbox: [
          {
            atMs: NOW_MS,
            topic: evil,
            subject: evil,
            copies: [
              { protocol: 'email', endpoint: evil, body: evil },
              { protocol: 'sms', endpoint: evil, body: `${evil}!` },
            ],
          },
        ],
        timeline: [{ atMs: NOW_MS, text: evil }],
        visit: { ...VISIT, url: evil, because: evil },
      }),
    ).join('\n');
    expect(html).not.toContain('<img');
    expect(html.split('&lt;img')).toHaveLength(14);
  });
});

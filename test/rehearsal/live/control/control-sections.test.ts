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

const sections = (changes: Partial<ControlState> = {}) => controlSections({ ...CALM, ...changes });

describe('control page', () => {
  test('shows the time and how fast it passes', () => {
    expect(sections().clock).toBe('09:06:24 UTC <span class="note">10× wall time</span>');
  });

  test.each<[string, Partial<ControlState>, string, string]>([
    ['a running store', {}, 'store', 'running</span> <span class="note">process 4711'],
    ['a store that is down', { store: { running: false } }, 'store', 'badge bad">down'],
    [
      'an unhealthy check',
      { healthChecks: [{ name: 'home', healthy: false }] },
      'health-checks',
      'bad">unhealthy',
    ],
    ['the answer of DNS', {}, 'dns', 'good">PRIMARY'],
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
      }),
    ).join('\n');
    expect(html).not.toContain('<img');
    expect(html.split('&lt;img')).toHaveLength(12);
  });
});

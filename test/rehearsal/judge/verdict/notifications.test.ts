import { notificationsByPerson } from '../../../../lib/rehearsal/judge/verdict/notifications';
import { NO_TOPIC, type TimedEvent } from '../../../../lib/rehearsal/kernel/event-log';

const to = (protocol: string, endpoint: string, times = 1): TimedEvent[] =>
  Array.from({ length: times }, (_, atMs) => ({
    ...{ kind: 'message', topic: 'Understudy', atMs, protocol, endpoint, subject: 's', body: 'b' },
  }));
const posts = (endpoint: string, ...bodies: readonly object[]): TimedEvent[] =>
  bodies.map((body, atMs) => ({
    ...{ kind: 'message', topic: NO_TOPIC, atMs, protocol: 'https', endpoint, subject: '' },
    body: JSON.stringify(body),
  }));
const begins = (dedup_key: string) => ({ event_action: 'trigger', dedup_key });
const ends = (dedup_key: string) => ({ event_action: 'resolve', dedup_key });
const CHAT = { text: 'down' };

describe('notifications to one person', () => {
  test.each<[string, readonly TimedEvent[], number, number, number]>([
    ['none when nobody is told', [], 0, 0, 0],
    ['those by e-mail and SMS together', [...to('email', 'a', 3), ...to('sms', '+48', 2)], 5, 0, 0],
    [
      'those of the busiest mailbox, for nobody has two',
      [...to('email', 'a', 3), ...to('email', 'b', 2)],
      3,
      0,
      0,
    ],
    ['none to programs', [...to('https', 'hook', 3), ...to('lambda', 'f', 3), ...to('sqs', 'q', 3)], 0, 0, 0],
    ['each message in a chat', posts('chat', CHAT, CHAT), 2, 1, 0],
    ['those of several chats together', [...posts('chat', CHAT), ...posts('other', CHAT)], 2, 2, 0],
    ['a pager once per alert, and at its end', posts('pager', begins('a'), begins('a'), ends('a')), 2, 0, 1],
    ['a pager for each alert', posts('pager', begins('a'), begins('b'), ends('b'), ends('a')), 4, 0, 1],
    ['a pager again when an alert comes back', posts('pager', begins('a'), ends('a'), begins('a')), 3, 0, 1],
    ['no end of an alert that never began', posts('pager', ends('a')), 0, 0, 1],
  ])('are %s', (_what, events, count, chats, pagers) => {
    expect(notificationsByPerson(events)).toMatchObject([{ count, chats, pagers }]);
  });

  test('leave out the call for the second contact, by e-mail, to a phone and in a chat', () => {
    const call = 'SEV1 UNACKNOWLEDGED shop.example.com: store down';
    const events = [
      ...to('email', 'a'),
      ...to('sms', '+48'),
      ...posts('chat', { text: `[${call.replace(' ', '] ')}` }),
    ];
    const escalated = events.map((event) => ({
      ...event,
      ...('endpoint' in event && event.endpoint !== 'chat' && { body: call }),
    }));
    expect(notificationsByPerson(escalated as TimedEvent[])).toEqual([
      { count: 0, emails: 0, chats: 0, pagers: 0 },
    ]);
  });

  test.each([
    ['UNACKNOWLEDGED', 1, 0],
    ['UNACKNOWLEDGED', 2, 1],
    ['OVERDUE', 2, 0],
    ['OVERDUE', 3, 1],
  ])(
    'count what props ask for where nobody acts when it comes too often: %s, %d times',
    (state, times, count) => {
      const subject = `[SEV1] ${state} shop.example.com: store down #INC-20250301-01`;
      const events = to('email', 'a', times).map((event) => ({ ...event, subject }));
      const next = to('email', 'a').map((event) => ({ ...event, subject: subject.replace('-01', '-02') }));
      expect(notificationsByPerson([...events, ...next] as TimedEvent[])[0].count).toBe(count);
    },
  );

  test('count the chat of a second contact for that contact', () => {
    const of = (audience: string, events: readonly TimedEvent[]) =>
      events.map((event) => ({ ...event, audience })) as TimedEvent[];
    const first = of('on-call', [...to('email', 'a', 3), ...posts('chat', CHAT)]);
    const second = of('escalation', [...to('email', 'b', 1), ...posts('chat', CHAT, CHAT)]);
    expect(notificationsByPerson([...first, ...second])).toEqual([
      { count: 4, emails: 3, chats: 1, pagers: 0 },
      { count: 3, emails: 1, chats: 1, pagers: 0 },
    ]);
  });

  test('count what is no JSON', () => {
    const [post] = posts('chat', CHAT);
    expect(post && notificationsByPerson([{ ...post, body: 'down' } as TimedEvent])[0].count).toBe(1);
  });
});

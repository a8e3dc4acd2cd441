import { messageFindings } from '../../../../lib/rehearsal/judge/verdict/message-findings';
import { NO_TOPIC, type TimedEvent } from '../../../../lib/rehearsal/kernel/event-log';

const NOTHING = { messages: 'any', incidents: 'any', plainAlarms: 'any' } as const;
const INVESTIGATING = '[SEV1] INVESTIGATING shop: store down #INC-20261127-01';
const RESOLVED = '[SEV1] RESOLVED shop: store down #INC-20261127-01';
const ALARM = 'ALARM: "shop-outage" in US East (N. Virginia)';
const OK = 'OK: "shop-outage" in US East (N. Virginia)';

const told = (...subjects: readonly string[]): readonly TimedEvent[] =>
  ['a@example.com', 'b@example.com'].flatMap((endpoint) =>
    subjects.map((subject, atMs) => ({
      kind: 'message' as const,
      topic: 'Understudy',
      atMs,
      protocol: 'email',
      endpoint,
      subject,
      body: '',
    })),
  );
const judge = (expected: object, ...subjects: readonly string[]) =>
  messageFindings(told(...subjects), { ...NOTHING, ...expected } as never).map(({ measured, passed }) => [
    measured,
    passed,
  ]);

describe('messages', () => {
  test('are not judged where anything goes', () => {
    expect(judge({}, INVESTIGATING)).toEqual([]);
  });

  test('have to reach somebody: a topic without a confirmed subscription is missed', () => {
    const unheard = (topic: string): TimedEvent => ({ atMs: 1, kind: 'unheard', topic, subject: 'Down' });
    const events = [unheard('On call'), unheard('On call'), unheard('Alarms')];
    const judgeUnheard = (messages: string) =>
      messageFindings(events, { ...NOTHING, messages } as never).map(({ what, measured, passed }) => [
        what,
        measured,
        passed,
      ]);
    const what = 'messages to nobody: no subscription to "On call", "Alarms" is confirmed';
    expect(judgeUnheard('some')).toEqual([[what, 3, false]]);
    expect(judgeUnheard('any')).toEqual([]);
    expect(judge({ messages: 'some' }, ALARM)).toEqual([]);
  });

  test('may be none', () => {
    expect(judge({ messages: 'none' })).toEqual([[0, true]]);
    expect(judge({ messages: 'none' }, ALARM)).toEqual([[2, false]]);
  });

  test.each([
    [1, [], [0, false], [0, false]],
    [1, [ALARM, OK], [0, false], [0, false]],
    [1, [INVESTIGATING], [1, true], [0, false]],
    [1, [INVESTIGATING, RESOLVED], [1, true], [1, true]],
    [1, [INVESTIGATING, INVESTIGATING, RESOLVED], [2, false], [1, true]],
    [0, [INVESTIGATING, RESOLVED], [1, false], [1, false]],
    [0, [ALARM], [0, true], [0, true]],
  ])(
    'tell of %i incidents, each once as it begins and ends: %j',
    (incidents, subjects, announced, resolved) => {
      expect(judge({ incidents }, ...subjects)).toEqual([announced, resolved]);
    },
  );

  test.each([
    [1, [], [0, false], [0, false]],
    [1, [INVESTIGATING, RESOLVED], [0, false], [0, false]],
    [1, [ALARM, OK], [1, true], [1, true]],
    [1, [ALARM, OK, ALARM], [2, false], [1, true]],
    [3, [ALARM, ALARM, ALARM, OK], [3, true], [1, true]],
    [3, [ALARM, OK], [1, false], [1, true]],
    [0, [], [0, true], [0, true]],
  ])('hold %i plain alarms and their end: %j', (plainAlarms, subjects, begun, over) => {
    expect(judge({ plainAlarms }, ...subjects)).toEqual([begun, over]);
  });

  test.each([
    [3, true],
    [2, false],
  ])('may be so many to one person: %i', (notificationsAtMost, passed) => {
    expect(judge({ notificationsAtMost }, ALARM, INVESTIGATING, OK)).toEqual([[3, passed]]);
  });

  test.each([
    [6, 1, 8],
    [6, 2, 10],
    [7, 1, 10],
  ])(
    'may be so many, where %i are for e-mail and SMS, with %i chats: %i',
    (notificationsAtMost, chats, atMost) => {
      const posts = Array.from(
        { length: chats },
        (_, index): TimedEvent => ({
          ...{ kind: 'message', atMs: 1, protocol: 'https', subject: '', body: '{"text":"x"}' },
          topic: NO_TOPIC,
          endpoint: `chat-${index}`,
        }),
      );
      const findings = messageFindings(posts, { ...NOTHING, notificationsAtMost } as never);
      expect(findings).toMatchObject([{ measured: chats, atMost }]);
    },
  );

  test('may be as many in a chat as there are e-mails, which say the same', () => {
    const told = (protocol: string, topic: string, times: number) =>
      Array.from(
        { length: times },
        (_, atMs): TimedEvent => ({
          ...{
            kind: 'message',
            atMs,
            protocol,
            topic,
            endpoint: protocol,
            subject: '',
            body: '{"text":"x"}',
          },
        }),
      );
    const events = [...told('email', 'Understudy', 4), ...told('https', NO_TOPIC, 5)];
    const findings = messageFindings(events, { ...NOTHING, notificationsAtMost: 6 } as never);
    expect(findings).toMatchObject([{ measured: 9, atMost: 10 }]);
  });

  test.each([
    ['nobody is called', [], 0, false],
    ['the second contact is called', ['UNACKNOWLEDGED', 'MONITORING'], 1, true],
    ['the second contact is called twice', ['UNACKNOWLEDGED', 'UNACKNOWLEDGED'], 2, false],
    [
      'it hears of the beginning, too, as the first contact does',
      ['INVESTIGATING', 'UNACKNOWLEDGED'],
      0,
      false,
    ],
  ])(
    'show whether somebody else is called when nobody acknowledges: %s',
    (_what, states, measured, passed) => {
      const events = states.map(
        (state, atMs): TimedEvent => ({
          ...{
            kind: 'message',
            atMs,
            protocol: 'email',
            topic: 'Understudy escalation',
            endpoint: 'lead',
            body: '',
          },
          subject: `[SEV1] ${state} shop.example.com: store down #INC-20250301-01`,
        }),
      );
      expect(messageFindings(events, { ...NOTHING, secondContact: 'called' } as never)).toMatchObject([
        { measured, passed },
      ]);
    },
  );

  test.each([
    ['the first contact', 6, 3, 6, 8],
    ['the second contact, who has a pager less', 4, 5, 5, 6],
  ])('are told of the person who has the least room left: %s', (_who, first, second, measured, atMost) => {
    const mails = (audience: string, times: number, protocol = 'email') =>
      Array.from(
        { length: times },
        (_, atMs): TimedEvent => ({
          ...{ kind: 'message', atMs, protocol, subject: '', body: '', topic: 'Understudy' },
          ...{ endpoint: audience, audience },
        }),
      );
    const body = JSON.stringify({ dedup_key: 'a', event_action: 'trigger' });
    const pager = mails('on-call', 1, 'https').map(
      (event) => ({ ...event, topic: NO_TOPIC, body }) as TimedEvent,
    );
    const events = [...mails('on-call', first - 1), ...pager, ...mails('second', second)];
    const findings = messageFindings(events, { ...NOTHING, notificationsAtMost: 6 } as never);
    expect(findings).toMatchObject([{ measured, atMost }]);
  });
});

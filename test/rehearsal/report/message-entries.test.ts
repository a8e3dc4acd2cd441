import { type MessageEvent, NO_TOPIC, type TimedEvent } from '../../../lib/rehearsal/kernel/event-log';
import { messageEntries } from '../../../lib/rehearsal/report/message-entries';

const message = (
  atMs: number,
  protocol: string,
  body: string,
  but: Partial<MessageEvent> = {},
): TimedEvent => ({
  atMs,
  kind: 'message',
  topic: 'On-call',
  protocol,
  endpoint: `somebody by ${protocol}`,
  subject: protocol === 'sms' ? '' : 'Down',
  body,
  ...but,
});

describe('messages in the timeline', () => {
  test('come once, the e-mail first, with the forms that read differently', () => {
    const events = [message(1, 'sms', 'short'), message(1, 'email', 'long'), message(1, 'sms', 'short')];
    expect(messageEntries(events)).toEqual([
      {
        atMs: 1,
        kind: 'message',
        text: 'SNS: "On-call" by sms, email: Down',
        body: 'long',
        otherForms: [{ channel: 'sms', body: 'short' }],
      },
    ]);
  });

  test('have no other form where they read alike everywhere', () => {
    const [entry] = messageEntries([message(1, 'email', 'same'), message(1, 'sms', 'same')]);
    expect(entry).not.toHaveProperty('otherForms');
  });

  test('leave out what programs get, beside what people read', () => {
    const [entry] = messageEntries([message(1, 'email', 'long'), message(1, 'https', '{"text":"long"}')]);
    expect(entry).toMatchObject({ text: 'SNS: "On-call" by email, https: Down', body: 'long' });
    expect(entry).not.toHaveProperty('otherForms');
  });

  test('show what programs get where nobody else gets it', () => {
    const [entry] = messageEntries([message(1, 'https', '{"text":"long"}')]);
    expect(entry?.body).toBe('{\n  "text": "long"\n}');
  });

  test('stand apart when they come one after the other', () => {
    expect(messageEntries([message(1, 'email', 'one'), message(2, 'email', 'two')])).toHaveLength(2);
  });

  test('to chats and pagers stand apart, and are laid out to be read', () => {
    const post = (endpoint: string) => message(1, 'https', '{"text":"down"}', { topic: NO_TOPIC, endpoint });
    expect(messageEntries([post('hooks.slack.com'), post('events.pagerduty.com')])).toEqual([
      {
        atMs: 1,
        kind: 'message',
        text: 'Channel: posted to hooks.slack.com',
        body: '{\n  "text": "down"\n}',
      },
      {
        atMs: 1,
        kind: 'message',
        text: 'Channel: posted to events.pagerduty.com',
        body: '{\n  "text": "down"\n}',
      },
    ]);
  });

  test('keep a text as it is that only begins like JSON', () => {
    expect(messageEntries([message(1, 'email', '{not JSON')])[0]?.body).toBe('{not JSON');
  });
});

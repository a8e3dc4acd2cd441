import type { MessageEvent, TimedEvent } from '../../../lib/rehearsal/kernel/event-log';
import { inboxOf } from '../../../lib/rehearsal/live/inbox';

const copy = (atMs: number, changes: Partial<MessageEvent> = {}): TimedEvent => ({
  kind: 'message',
  atMs,
  topic: 'On-call',
  protocol: 'email',
  endpoint: 'on-call@example.com',
  subject: 'Store down',
  body: 'The store is down.',
  ...changes,
});
const sms = { protocol: 'sms', endpoint: '+48123456789', subject: '', body: 'Store down' };

describe('on-call inbox', () => {
  test('is empty before anything was sent', () => {
    expect(inboxOf([{ kind: 'fault', phase: 'starts', text: 'killed', atMs: 0 }])).toEqual([]);
  });

  test('shows one entry for all copies of a message', () => {
    expect(inboxOf([copy(0), copy(5, sms)])).toEqual([
      {
        atMs: 0,
        topic: 'On-call',
        subject: 'Store down',
        copies: [
          { protocol: 'email', endpoint: 'on-call@example.com', body: 'The store is down.' },
          { protocol: 'sms', endpoint: '+48123456789', body: 'Store down' },
        ],
      },
    ]);
  });

  test('takes the subject from a later copy when the first one has none', () => {
    expect(inboxOf([copy(0, sms), copy(5)]).map(({ subject }) => subject)).toEqual(['Store down']);
  });

  test('shows the newest message first', () => {
    const subjects = inboxOf([copy(0), copy(60_000, { subject: 'Store open' })]).map(
      ({ subject }) => subject,
    );
    expect(subjects).toEqual(['Store open', 'Store down']);
  });

  test.each<[string, number, Partial<MessageEvent>, number]>([
    ['within two seconds', 2_000, sms, 1],
    ['later than two seconds', 2_001, sms, 2],
    ['of another topic', 0, { ...sms, topic: 'Alarms' }, 2],
    ['with another subject', 0, { endpoint: 'boss@example.com', subject: 'Store open' }, 2],
    ['to the same endpoint', 0, {}, 2],
  ])('sorts a copy %s: %i ms after the first one', (_title, atMs, changes, messages) => {
    expect(inboxOf([copy(0), copy(atMs, changes)])).toHaveLength(messages);
  });
});

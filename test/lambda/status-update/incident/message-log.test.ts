import { logMessage } from '../../../../lambda/status-update/incident/tell';
import { simpleAnnouncement } from '../helpers/announcements';

describe('log of messages', () => {
  test('has the newest last, with the promise that it made', () => {
    const first = logMessage([], simpleAnnouncement());
    const over = simpleAnnouncement({ kind: 'resolved', update: 2, nextUpdateAtMs: undefined });
    expect(logMessage(first, over)).toMatchObject([
      { update: 1, kind: 'opened', nextUpdateAtMs: Date.parse('2025-03-01T10:15:00Z') },
      { update: 2, kind: 'resolved', nextUpdateAtMs: null },
    ]);
  });

  test.each([
    [200, 1],
    [201, 2],
  ])('after %i messages begins with number %i', (count, first) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const log = numbers.reduce<ReturnType<typeof logMessage>>(
      (messages, update) => logMessage(messages, simpleAnnouncement({ update })),
      [],
    );
    expect(log[0]?.update).toBe(first);
    expect(log.at(-1)?.update).toBe(count);
  });
});

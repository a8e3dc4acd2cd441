import { milestones } from '../../../../lambda/status-update/review/milestones';
import { publicNote } from '../../../../lambda/status-update/review/public-note';
import { simpleEvidence, simpleReviewDue } from '../helpers/reviews';
import { SETTINGS } from '../helpers/settings';

/** The first sentence about an outage between two moments in UTC. */
function noteOf(from: string, to: string, timeZone: string | undefined): string {
  const due = simpleReviewDue({ startedAtMs: Date.parse(from), wellSinceMs: Date.parse(to) });
  const times = milestones(due, simpleEvidence(), SETTINGS.STORE);
  const [first] = publicNote(due, times, { ...SETTINGS.STORE, timeZone });
  return first?.kind === 'paragraph' ? first.text.replace(/, you could.*/, '') : '';
}

describe('note to customers', () => {
  test.each([
    [
      'on one day here, two days in UTC',
      '2025-03-01T23:50:00Z',
      '2025-03-02T00:20:00Z',
      'Europe/Warsaw',
      'On 2025-03-02, between 00:50 and 01:20 (Europe/Warsaw)',
    ],
    [
      'over midnight here, on one day in UTC',
      '2025-03-01T22:50:00Z',
      '2025-03-01T23:20:00Z',
      'Europe/Warsaw',
      'Between 2025-03-01 23:50 and 2025-03-02 00:20 (Europe/Warsaw)',
    ],
    [
      'longer than a day',
      '2025-03-01T10:00:00Z',
      '2025-03-02T12:00:00Z',
      undefined,
      'Between 2025-03-01 10:00 and 2025-03-02 12:00 (UTC)',
    ],
    [
      'in a zone that nobody knows',
      '2025-03-01T10:00:00Z',
      '2025-03-01T12:00:00Z',
      'Mars/Olympus',
      'On 2025-03-01, between 10:00 and 12:00 (UTC)',
    ],
  ])('has the right days: %s', (_what, from, to, timeZone, note) => {
    expect(noteOf(from, to, timeZone)).toBe(note);
  });
});

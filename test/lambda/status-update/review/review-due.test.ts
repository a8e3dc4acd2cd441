import { isOverdue, reviewsAfter, reviewUrl } from '../../../../lambda/status-update/review/review-due';
import { simpleAnnouncement } from '../helpers/announcements';
import { at, simpleReviewDue } from '../helpers/reviews';
import { SETTINGS } from '../helpers/settings';

const DAY_MS = 24 * 60 * 60_000;
const resolved = simpleAnnouncement({
  kind: 'resolved',
  phase: 'resolved',
  update: 4,
  wellSinceMs: at('10:20'),
  atMs: at('10:25'),
});

describe('review that is due', () => {
  test('follows from a recovery and from the end of an incident, and from nothing else', () => {
    const recovered = { ...resolved, kind: 'recovered', phase: 'monitoring' } as const;
    expect(reviewsAfter([], recovered)).toEqual([simpleReviewDue({ resolvedAtMs: null })]);
    expect(reviewsAfter([], resolved)).toEqual([simpleReviewDue()]);
    expect(reviewsAfter([], simpleAnnouncement({ kind: 'still' }))).toEqual([]);
  });

  test('takes the place of an older one of the same incident', () => {
    const [other, older] = [
      simpleReviewDue({ incidentId: 'other' }),
      simpleReviewDue({ resolvedAtMs: null }),
    ];
    expect(reviewsAfter([older, other], resolved)).toEqual([other, simpleReviewDue()]);
  });

  test('knows when somebody acknowledged the incident', () => {
    const acknowledgedAtMs = at('10:02');
    expect(reviewsAfter([], { ...resolved, acknowledgedAtMs })[0]?.acknowledgedAtMs).toBe(acknowledgedAtMs);
  });

  test.each([
    [DAY_MS - 1, false],
    [DAY_MS, true],
  ])('is, %i ms after the end, overdue: %s', (age, overdue) => {
    expect(isOverdue(simpleReviewDue({ resolvedAtMs: at('10:25') }), at('10:25') + age)).toBe(overdue);
  });

  test('waits while there is other news', () => {
    expect(reviewsAfter([simpleReviewDue()], simpleAnnouncement())).toEqual([simpleReviewDue()]);
  });

  test('is linked by the console address of its file', () => {
    expect(reviewUrl(SETTINGS, 'INC-20250301-07')).toBe(
      'https://us-east-1.console.aws.amazon.com/s3/object/records-bucket?region=us-east-1&prefix=reviews/INC-20250301-07.html',
    );
  });
});

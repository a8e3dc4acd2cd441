import { DAY_MS } from '../../shared/contract/clock-units';
import type { Announcement } from '../incident/announcement';
import type { Settings } from '../settings';
import type { ReviewDue } from '../state/review-due';

/**
 * Whether a review could not be written for a day. It is given up then: a bucket that is gone must not make every run
 * of the function fail forever.
 */
export function isOverdue({ wellSinceMs, resolvedAtMs }: ReviewDue, nowMs: number): boolean {
  return nowMs - (resolvedAtMs ?? wellSinceMs) >= DAY_MS;
}

/** Whether an announcement of a kind comes with a review: people hear that it is over, and look for what it was. */
export const hasReview = (kind: Announcement['kind']): boolean => kind === 'recovered' || kind === 'resolved';

/** The reviews that are due after an announcement, oldest first, one for each incident. */
export function reviewsAfter(due: readonly ReviewDue[], announcement: Announcement): ReviewDue[] {
  const { kind, incidentId, scope, startedAtMs, alarmedAtMs, atMs, wellSinceMs = atMs } = announcement;
  if (!hasReview(kind)) {
    return [...due];
  }
  const {
    update: updates,
    drill,
    deployment = null,
    markers,
    targets,
    acknowledgedAtMs = null,
  } = announcement;
  const resolvedAtMs = kind === 'resolved' ? atMs : null;
  const times = { startedAtMs, alarmedAtMs, wellSinceMs, resolvedAtMs, acknowledgedAtMs };
  const others = due.filter((review) => review.incidentId !== incidentId);
  return [
    ...others,
    {
      incidentId,
      scope,
      ...times,
      updates,
      drill,
      deployment,
      ...(markers && { markers: [...markers] }),
      ...(targets && { targets }),
    },
  ];
}

/** The key of a review in the records bucket. */
export const reviewKey = (incidentId: string): string => `reviews/${incidentId}.html`;

/** Where the console shows a review, in its present form, which no document of AWS promises to keep. */
export function reviewUrl(
  { RECORDS_BUCKET: bucket, AWS_REGION: region }: Pick<Settings, 'RECORDS_BUCKET' | 'AWS_REGION'>,
  incidentId: string,
): string {
  return `https://${region}.console.aws.amazon.com/s3/object/${bucket}?region=${region}&prefix=${reviewKey(incidentId)}`;
}

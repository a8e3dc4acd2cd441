import * as z from 'zod/mini';

/** The incident that was opened last, as far as channels need to know it. */
export const newestSchema = z.object({
  /** Version of this form. */
  schema: z.literal(1),
  incidentId: z.string(),
  /** One more each time that it came back after it was resolved, from 1. */
  round: z.number(),
  /** Whether it is resolved. */
  isOver: z.boolean(),
});

/** The incident that was opened last. */
export type Newest = Readonly<z.infer<typeof newestSchema>>;

/** An update as far as it can be too late. */
interface Told {
  readonly incidentId: string;
  readonly round: number;
  readonly phase: string;
}

/**
 * Whether an update tells of something that is over by now: its incident, or its round of it. The end itself is never
 * outdated, because it closes an alert that may be open.
 */
export function isOutdated({ incidentId, round, phase }: Told, newest: Newest): boolean {
  // Ids are numbered within their day, so the later one is the greater one, the hundredth after the ninety-ninth.
  const order = incidentId.localeCompare(newest.incidentId, 'en', { numeric: true });
  const isEarlier = order < 0 || (order === 0 && round < newest.round);
  return phase !== 'resolved' && (isEarlier || (order === 0 && round === newest.round && newest.isOver));
}

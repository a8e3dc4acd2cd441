import { MINUTE_MS } from '../../shared/contract/clock-units';
import { nameOf, recentMarkers } from '../contract/marker';
import { duration } from '../contract/times';
import type { ReviewDue } from '../state/review-due';
import type { ShopperUpdate } from '../state/shopper-update';
import { describeMessage } from './communication';
import type { Evidence } from './evidence';
import type { Milestones } from './milestones';

/** Longest stretch without an entry, in milliseconds, before the timeline says so. */
const GAP_MS = 10 * MINUTE_MS;

/** A review begins so long before the first sign, in milliseconds: what alarms did before is noise. */
export const LEAD_IN_MS = 2 * MINUTE_MS;

/** The source of what somebody noted. */
const MARKED = 'note';

/** One line of a timeline. */
export interface TimelineEntry {
  readonly atMs: number;
  /** Who or what says so. */
  readonly source: string;
  readonly text: string;
}

/** What is known to have happened, oldest first, what was noted however long before; long silences are marked. */
export function timeline(
  due: ReviewDue,
  evidence: Evidence,
  { beganMs, acknowledgedMs }: Milestones,
): readonly TimelineEntry[] {
  const entries = [
    ...recentMarkers(due).map((marker) => ({ ...marker, source: MARKED, text: nameOf(marker) })),
    { atMs: beganMs, source: 'metrics', text: 'First sign' },
    ...(evidence.alarmChanges ?? [])
      .filter(({ atMs }) => atMs >= beganMs - LEAD_IN_MS)
      .map(({ atMs, alarmName, summary }) => ({
        atMs,
        source: 'CloudWatch',
        text: `${alarmName}: ${summary}`,
      })),
    ...evidence.messages.map(({ atMs, update, kind }) => ({
      atMs,
      source: 'Understudy',
      text: `Message ${update}: ${describeMessage(kind)}`,
    })),
    ...evidence.told.flatMap(spoken),
    { atMs: due.wellSinceMs, source: 'Understudy', text: 'Every alarm is OK' },
    ...(acknowledgedMs === undefined
      ? []
      : [{ atMs: acknowledgedMs, source: 'person', text: 'First command: acknowledged' }]),
  ];
  return withGaps(entries.map(({ atMs, source, text }) => ({ atMs, source, text })).sort(byTime));
}

/** What a person told shoppers, or took back. What the machine tells them comes with its messages. */
function spoken({ atMs, texts, by }: ShopperUpdate): TimelineEntry[] {
  if (texts !== null) {
    return [{ atMs, source: by ?? 'person', text: `Told shoppers: ${texts.en}` }];
  }
  return by === undefined ? [] : [{ atMs, source: by, text: 'Took back what shoppers were told' }];
}

const byTime = (one: TimelineEntry, other: TimelineEntry): number => one.atMs - other.atMs;

/** What happened before the incident, such as a deployment yesterday, leaves no gap in it. */
function withGaps(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    const gapMs = before === undefined || before.source === MARKED ? 0 : entry.atMs - before.atMs;
    return before !== undefined && gapMs > GAP_MS
      ? [{ atMs: before.atMs, source: '', text: `Nothing recorded for ${duration(gapMs)}` }, entry]
      : [entry];
  });
}

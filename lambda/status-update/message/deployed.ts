import { MINUTE_MS } from '../../shared/contract/clock-units';
import { duration } from '../contract/times';
import type { Announcement } from '../incident/announcement';

/** A deployment longer ago than this is not the first to suspect, in milliseconds. */
const SUSPECT_MS = 30 * MINUTE_MS;

/** Datapoints bear the start of their minute: what was deployed within the first failing one may be behind it. */
const beginning = ({ startedAtMs }: Pick<Announcement, 'startedAtMs'>): number => startedAtMs + MINUTE_MS;

/** When something was, seen from the beginning. */
export function describeWhen(
  announcement: Pick<Announcement, 'startedAtMs'>,
  { atMs }: { readonly atMs: number },
): string {
  return atMs < beginning(announcement)
    ? `${duration(announcement.startedAtMs - atMs)} before it began`
    : 'after it began';
}

/** The deployment that may be behind an incident, and how long before it that was. Undefined: none is suspect. */
export function deployedBefore({
  deployment,
  startedAtMs,
}: Pick<Announcement, 'deployment' | 'startedAtMs'>): { version: string; ago: string } | undefined {
  if (deployment === undefined) {
    return undefined;
  }
  const { version, atMs } = deployment;
  const isSuspect = atMs < beginning({ startedAtMs }) && startedAtMs - atMs <= SUSPECT_MS;
  return isSuspect ? { version, ago: duration(startedAtMs - atMs) } : undefined;
}

import { MINUTE_MS } from '../../shared/contract/clock-units';

/** The time of day, in UTC and in the owner's time zone: `10:35 UTC (11:35 Europe/Warsaw)`. */
export function clockTime(epochMs: number, timeZone?: string): string {
  const utc = `${new Date(epochMs).toISOString().slice(11, 16)} UTC`;
  const local = timeZone === undefined ? undefined : localTime(epochMs, timeZone);
  return local === undefined ? utc : `${utc} (${local} ${timeZone})`;
}

/** A time as read at `nowMs`: the time of day, behind the date when that is another UTC day. */
export function timeSeenFrom(nowMs: number, epochMs: number, timeZone?: string): string {
  const [today, day] = [nowMs, epochMs].map((ms) => new Date(ms).toISOString().slice(0, 10));
  return today === day ? clockTime(epochMs, timeZone) : dateTime(epochMs, timeZone);
}

/** Date and time of day: `2025-03-01 10:35 UTC (11:35 Europe/Warsaw)`. */
export function dateTime(epochMs: number, timeZone?: string): string {
  return `${new Date(epochMs).toISOString().slice(0, 10)} ${clockTime(epochMs, timeZone)}`;
}

/** A length of time in whole minutes, rounded down. */
export function wholeMinutes(ms: number): number {
  return Math.floor(Math.max(0, ms) / MINUTE_MS);
}

/** A length of time in whole minutes, rounded down: `1 h 5 min`. */
export function duration(ms: number): string {
  const minutes = wholeMinutes(ms);
  if (minutes === 0) {
    return 'under 1 min';
  }
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}

/** How long something lasted, in minutes that it lasted at least a part of: what is counted by it is an upper bound. */
export function lasted(ms: number): string {
  return duration(startedMinutes(ms) * MINUTE_MS);
}

/** A length of time in minutes, rounded up; at least one. */
export function startedMinutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / MINUTE_MS));
}

/**
 * The time of day as people on site say it, with the last part of the zone's name: `11:35 Warsaw`; in UTC without a zone.
 * Behind the date when that is another day there than at `nowMs`.
 */
export function localTimeSeenFrom(nowMs: number, epochMs: number, timeZone?: string): string {
  const local = timeZone === undefined ? undefined : localTime(epochMs, timeZone);
  if (timeZone === undefined || local === undefined) {
    return timeSeenFrom(nowMs, epochMs);
  }
  const [today, day] = [nowMs, epochMs].map((ms) => localDay(ms, timeZone));
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ');
  return `${today === day ? '' : `${day} `}${local} ${place}`;
}

/** Date and time of day as people on site say it, or in UTC: `2025-03-01 11:35`. */
export function localDateTime(epochMs: number, timeZone?: string): string {
  return `${localDay(epochMs, timeZone)} ${localClock(epochMs, timeZone)}`;
}

/** The bare time of day as people on site say it, or in UTC: `11:35`. */
export function localClock(epochMs: number, timeZone = 'UTC'): string {
  return localTime(epochMs, timeZone) ?? clockTime(epochMs).slice(0, 5);
}

/** `2025-03-01` */
function localDay(epochMs: number, timeZone = 'UTC'): string {
  const zone = localTime(epochMs, timeZone) === undefined ? 'UTC' : timeZone;
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone }).format(epochMs);
}

/** Undefined for a zone that this runtime does not know: a message without local time beats no message. */
function localTime(epochMs: number, timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }).format(epochMs);
  } catch {
    return undefined;
  }
}

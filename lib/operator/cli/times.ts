import { MINUTE_MS } from '../../../lambda/shared/contract/clock-units';
import { CliError } from '../../command-line/cli-error';

/**
 * A time as people type it: `14:30` is the next half past two where the terminal is, `+45m` and `+2h` count from the
 * start, `2025-03-01T14:30Z` is what it says. The preview shows it in UTC, so that a mistake is seen before it is sent.
 * @param startMs from when relative times count, where that is not now: the beginning of what ends then
 * @throws CliError
 */
export function readTime(option: string, text: string, nowMs: number, startMs = nowMs): number {
  const epochMs =
    text === 'now'
      ? nowMs
      : (clockTime(text, Math.max(nowMs, startMs)) ?? after(startMs, text) ?? instant(text));
  if (epochMs === undefined) {
    throw new CliError(
      `${option}: must be a time, got ${JSON.stringify(text)}; write now, 14:30, +45m, +2h or 2025-03-01T14:30Z`,
    );
  }
  return epochMs;
}

function clockTime(text: string, afterMs: number): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) {
    return undefined;
  }
  const time = new Date(afterMs);
  const todayMs = time.setHours(Number(hours), Number(minutes), 0, 0);
  const next = [todayMs, ...repeatsOf(todayMs)].find((epochMs) => epochMs > afterMs);
  // Tomorrow at the same time of day, which is 23 or 25 hours later where the clocks change.
  return next ?? time.setDate(time.getDate() + 1);
}

/** The same time of day once more, where the clocks are put back: by an hour, by half of one on Lord Howe Island. */
function repeatsOf(epochMs: number): readonly number[] {
  const clockOf = (atMs: number) => new Date(atMs).toTimeString().slice(0, 5);
  return [30, 60]
    .map((minutes) => epochMs + minutes * MINUTE_MS)
    .filter((laterMs) => clockOf(laterMs) === clockOf(epochMs));
}

function after(startMs: number, text: string): number | undefined {
  const [, amount, unit] = /^\+(\d{1,4})(m|h)$/.exec(text) ?? [];
  return amount === undefined ? undefined : startMs + Number(amount) * MINUTE_MS * (unit === 'h' ? 60 : 1);
}

function instant(text: string): number | undefined {
  const [, day] = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d/.exec(text) ?? [];
  const epochMs = day !== undefined && isDay(day) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(epochMs) ? undefined : epochMs;
}

/** Whether the calendar has the day: `Date` takes 30 February for 2 March. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

import { UsageError } from './usage-error';

const MINUTE_MS = 60_000;

/**
 * A time as people type it: `14:30` is the next half past two where the terminal is, `+45m` and `+2h` count from now,
 * `2025-03-01T14:30Z` is what it says. The preview shows it in UTC, so that a mistake is seen before it is sent.
 * @throws UsageError
 */
export function readTime(option: string, text: string, nowMs: number): number {
  const epochMs = text === 'now' ? nowMs : (clockTime(text, nowMs) ?? fromNow(text, nowMs) ?? instant(text));
  if (epochMs === undefined) {
    throw new UsageError(
      `${option}: must be a time, got ${JSON.stringify(text)}; write now, 14:30, +45m, +2h or 2025-03-01T14:30Z`,
    );
  }
  return epochMs;
}

function clockTime(text: string, nowMs: number): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) {
    return undefined;
  }
  const time = new Date(nowMs);
  const todayMs = time.setHours(Number(hours), Number(minutes), 0, 0);
  // Tomorrow at the same time of day, which is 23 or 25 hours later where the clocks change.
  return todayMs > nowMs ? todayMs : time.setDate(time.getDate() + 1);
}

function fromNow(text: string, nowMs: number): number | undefined {
  const [, amount, unit] = /^\+(\d{1,4})(m|h)$/.exec(text) ?? [];
  return amount === undefined ? undefined : nowMs + Number(amount) * MINUTE_MS * (unit === 'h' ? 60 : 1);
}

function instant(text: string): number | undefined {
  const epochMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(epochMs) ? undefined : epochMs;
}

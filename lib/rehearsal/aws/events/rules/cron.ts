import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kernel/clock/units';

/** The days and times of a cron expression, in UTC. */
export interface CronSchedule {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly daysOfMonth: ReadonlySet<number>;
  /** From 1 to 12. */
  readonly months: ReadonlySet<number>;
  /** From 0, which is Sunday, to 6. */
  readonly daysOfWeek: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
}

/** How a field of an expression is written. */
interface Field {
  readonly from: number;
  readonly to: number;
  /** Words for the values, beginning with `from`. @default - numbers only */
  readonly words?: readonly string[];
  /** The word for `from` stands for `to` at the end of a range: a week from Monday ends on a Sunday. @default false */
  readonly wraps?: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MINUTE: Field = { from: 0, to: 59 };
const HOUR: Field = { from: 0, to: 23 };
const DAY_OF_MONTH: Field = { from: 1, to: 31 };
const MONTH: Field = { from: 1, to: 12, words: MONTHS };
const YEAR: Field = { from: 1970, to: 2199 };
/** Sunday is 1 for EventBridge, and 0 or 7 elsewhere. */
const DAY_OF_WEEK_FROM_1: Field = { from: 1, to: 7, words: DAYS };
const DAY_OF_WEEK_FROM_0: Field = { from: 0, to: 7, words: DAYS, wraps: true };

const fieldsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Reads the six fields between the brackets of EventBridge's `cron(...)`: minutes, hours, day of month, month, day of
 * week, year. Emulation: numbers, words, `,`, `-`, `*`, `?` and `/` are modelled; `L`, `W` and `#` are not.
 *
 * @returns undefined for anything else
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-cron-expressions
 */
export function parseEventBridgeCron(text: string): CronSchedule | undefined {
  const [minutes, hours, daysOfMonth = '', months, daysOfWeek = '', years, ...more] = fieldsOf(text);
  // One of the two days must be "?", and only one.
  if (more.length > 0 || (daysOfMonth === '?') === (daysOfWeek === '?')) {
    return undefined;
  }
  return complete({
    minutes: parseField(minutes, MINUTE),
    hours: parseField(hours, HOUR),
    daysOfMonth: parseField(daysOfMonth.replace(/^\?$/, '*'), DAY_OF_MONTH),
    months: parseField(months, MONTH),
    daysOfWeek: shifted(parseField(daysOfWeek.replace(/^\?$/, '*'), DAY_OF_WEEK_FROM_1), (day) => day - 1),
    years: parseField(years, YEAR),
  });
}

/**
 * Reads the five fields of cron as alarm mute rules have it: without a year, without `/`, Sunday being 0 or 7. Emulation: a rule that
 * limits both the day of the month and the day of the week is not modelled, for AWS does not say what it means.
 *
 * @returns undefined for anything else
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html
 */
export function parseFiveFieldCron(text: string): CronSchedule | undefined {
  const [minutes, hours, daysOfMonth, months, daysOfWeek, ...more] = fieldsOf(text);
  if (text.includes('/') || more.length > 0 || (daysOfMonth !== '*' && daysOfWeek !== '*')) {
    return undefined;
  }
  return complete({
    minutes: parseField(minutes, MINUTE),
    hours: parseField(hours, HOUR),
    daysOfMonth: parseField(daysOfMonth, DAY_OF_MONTH),
    months: parseField(months, MONTH),
    daysOfWeek: shifted(parseField(daysOfWeek, DAY_OF_WEEK_FROM_0), (day) => day % 7),
    years: parseField('*', YEAR),
  });
}

type Values = ReadonlySet<number>;
type Parsed = { readonly [K in keyof CronSchedule]: Values | undefined };

const isComplete = (parsed: Parsed): parsed is CronSchedule => !Object.values(parsed).includes(undefined);
const complete = (parsed: Parsed): CronSchedule | undefined => (isComplete(parsed) ? parsed : undefined);

const shifted = (values: Values | undefined, shift: (value: number) => number): Values | undefined =>
  values && new Set([...values].map(shift));

/** The values that a field stands for; undefined for text that is none. */
function parseField(text: string | undefined, field: Field): Values | undefined {
  const values = text?.split(',').map((part) => parsePart(part, field)) ?? [undefined];
  return values.every((part) => part !== undefined) ? new Set(values.flat()) : undefined;
}

// "*", "5", "1-5", and each with an increment: "*/10", "5/10", "0-30/10". "5/10" goes on to the end.
function parsePart(part: string, field: Field): readonly number[] | undefined {
  const { from, to, words = [], wraps = false } = field;
  const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
  const [first = '', last, ...more] = range === '*' ? [String(from), String(to)] : range.split('-');
  const number = (text: string): number => {
    const word = words.indexOf(text.toUpperCase());
    return word >= 0 ? word + from : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  };
  const start = number(first);
  const closes = wraps && last?.toUpperCase() === words[0];
  const end = closes ? to : last !== undefined ? number(last) : step === undefined ? start : to;
  const every = Number(step ?? 1);
  if (more.length > 0 || every < 1 || !(from <= start && start <= end && end <= to)) {
    return undefined;
  }
  return Array.from({ length: Math.floor((end - start) / every) + 1 }, (_, index) => start + index * every);
}

/**
 * The next whole minute after an instant that a cron expression names.
 * @returns undefined when there is none, as for 30 February
 */
export function nextCronMatch(cron: CronSchedule, afterMs: number): number | undefined {
  const firstMs = Math.floor(afterMs / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  const lastYear = Math.max(...cron.years);
  for (let dayMs = firstMs - (firstMs % DAY_MS); ; dayMs += DAY_MS) {
    const day = new Date(dayMs);
    if (day.getUTCFullYear() > lastYear) {
      return undefined;
    }
    if (!isOnDay(cron, day)) {
      continue;
    }
    const found = timesOfDay(cron).find((timeMs) => dayMs + timeMs >= firstMs);
    if (found !== undefined) {
      return dayMs + found;
    }
  }
}

const isOnDay = (cron: CronSchedule, day: Date): boolean =>
  cron.years.has(day.getUTCFullYear()) &&
  cron.months.has(day.getUTCMonth() + 1) &&
  cron.daysOfMonth.has(day.getUTCDate()) &&
  cron.daysOfWeek.has(day.getUTCDay());

const timesOfDay = ({ hours, minutes }: CronSchedule): readonly number[] =>
  [...hours]
    .flatMap((hour) => [...minutes].map((minute) => hour * HOUR_MS + minute * MINUTE_MS))
    .sort((one, other) => one - other);

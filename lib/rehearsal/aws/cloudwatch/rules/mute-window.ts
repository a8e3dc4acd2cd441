import { DAY_MS, MINUTE_MS } from '../../../kernel/clock/units';
import { type CronSchedule, nextCronMatch, parseFiveFieldCron } from '../../events/rules/cron';

/** When an alarm mute rule mutes the actions of its alarms. */
export interface MuteSchedule {
  /** The beginnings: of a recurring window, or of the only one. */
  readonly begins:
    | { readonly kind: 'cron'; readonly cron: CronSchedule }
    | { readonly kind: 'at'; readonly atMs: number };
  readonly durationMs: number;
  /** @default - from its creation on */
  readonly startMs?: number;
  /** @default - it never expires */
  readonly expireMs?: number;
}

/** A mute rule's schedule as its template states it. */
export interface MuteRuleText {
  /** `cron(0 2 * * SUN)` or `at(2026-11-27T22:00)`. */
  readonly expression: string;
  /** ISO 8601, such as `PT4H`. */
  readonly duration: string;
  /** @default 'UTC' */
  readonly timezone?: string;
  /** ISO 8601; without an offset, in the time zone of the rule. */
  readonly startDate?: string;
  readonly expireDate?: string;
}

/**
 * Reads the schedule of an alarm mute rule. Emulation: in UTC only.
 *
 * @throws Error for anything else, quoting it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html
 */
export function parseMuteRule(rule: MuteRuleText): MuteSchedule {
  const { expression, duration, timezone = 'UTC', startDate, expireDate } = rule;
  if (!['UTC', 'Etc/UTC'].includes(timezone)) {
    throw new Error(`Rule.Schedule.Timezone: is not modelled, got ${timezone}; use UTC`);
  }
  const begins = parseBegins(expression);
  if (begins === undefined) {
    throw new Error(
      `Rule.Schedule.Expression: is not modelled, got ${expression}; use cron(0 2 * * SUN) or at(2026-11-27T22:00)`,
    );
  }
  const durationMs = parseDuration(duration);
  // From one minute to fifteen days.
  if (durationMs < MINUTE_MS || durationMs > 15 * DAY_MS) {
    throw new Error(`Rule.Schedule.Duration: must be from PT1M to P15D, got ${duration}`);
  }
  return {
    begins,
    durationMs,
    startMs: startDate === undefined ? undefined : parseDate('StartDate', startDate),
    expireMs: expireDate === undefined ? undefined : parseDate('ExpireDate', expireDate),
  };
}

function parseBegins(expression: string): MuteSchedule['begins'] | undefined {
  const [, kind, text = ''] = /^(cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'at') {
    const atMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
    return Number.isNaN(atMs) ? undefined : { kind, atMs };
  }
  const cron = kind === 'cron' ? parseFiveFieldCron(text) : undefined;
  return cron && { kind: 'cron', cron };
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarmmuterule.html */
function parseDate(property: string, text: string): number {
  // A date without an offset, as the CDK writes it, has that of the time zone, which is UTC; never this machine's.
  const [, date, offset = 'Z'] = DATE.exec(text) ?? [];
  const atMs = Date.parse(`${date}${offset}`);
  if (!Number.isNaN(atMs)) {
    return atMs;
  }
  throw new Error(`${property}: must be a date and time such as 2026-11-27T22:00, got ${text}`);
}

const DATE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?$/;

/** 0 for text that is no duration of days, hours and minutes. */
function parseDuration(text: string): number {
  const [, days = 0, hours = 0, minutes = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? [];
  return Number(days) * DAY_MS + (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

/**
 * Until when a mute rule mutes at an instant; undefined when it does not. Its start and expiry cut windows short.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html
 */
export function mutedUntil(schedule: MuteSchedule, nowMs: number): number | undefined {
  const { durationMs, startMs = Number.NEGATIVE_INFINITY, expireMs = Number.POSITIVE_INFINITY } = schedule;
  if (nowMs < startMs || nowMs >= expireMs) {
    return undefined;
  }
  const beganMs = latestBegin(schedule, nowMs);
  return beganMs === undefined || nowMs >= beganMs + durationMs
    ? undefined
    : Math.min(beganMs + durationMs, expireMs);
}

/** The beginning of the window that an instant would lie in, the latest where windows overlap. */
function latestBegin({ begins, durationMs }: MuteSchedule, nowMs: number): number | undefined {
  if (begins.kind === 'at') {
    return begins.atMs <= nowMs ? begins.atMs : undefined;
  }
  let latest: number | undefined;
  for (;;) {
    const next = nextCronMatch(begins.cron, latest ?? nowMs - durationMs);
    if (next === undefined || next > nowMs) {
      return latest;
    }
    latest = next;
  }
}

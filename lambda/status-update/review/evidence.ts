import type { LoggedMessage } from '../incident/message-log';
import type { ShopperUpdate } from '../incident/shopper-update';

/** One change of an alarm, as CloudWatch remembers it. */
export interface AlarmChange {
  readonly atMs: number;
  readonly alarmName: string;
  /** CloudWatch's words, such as `Alarm updated from OK to ALARM`. */
  readonly summary: string;
}

/** One percentage over time. */
export interface Series {
  readonly name: string;
  /** Whether more is better (a share of healthy checkers) or worse (a rate of errors). */
  readonly good: 'high' | 'low';
  /** One value per minute, by the minute's epoch. Minutes without data are left out. */
  readonly values: ReadonlyMap<number, number>;
}

/** What is known about an incident besides the incident itself. */
export interface Evidence {
  /** Oldest first. Undefined when it could not be read. */
  readonly alarmChanges?: readonly AlarmChange[];
  /** May be empty. */
  readonly series: readonly Series[];
  /** What on-call was told of it, oldest first; the earliest may be forgotten. */
  readonly messages: readonly LoggedMessage[];
  /** What shoppers were told about it, oldest first. */
  readonly told: readonly ShopperUpdate[];
  /** Requests that CloudFront answered with an error. */
  readonly failedRequests?: number;
}

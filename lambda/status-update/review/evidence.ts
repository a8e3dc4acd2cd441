import type { Failed } from '../message/loss';
import type { LoggedMessage } from '../state/logged-message';
import type { ShopperUpdate } from '../state/shopper-update';
import type { Series } from './series';

/** One change of an alarm, as CloudWatch remembers it. */
export interface AlarmChange {
  readonly atMs: number;
  readonly alarmName: string;
  /** CloudWatch's words, such as `Alarm updated from OK to ALARM`. */
  readonly summary: string;
}

/** What is known about an incident besides the incident itself. */
export interface Evidence {
  /** Oldest first. Undefined when it could not be read. */
  readonly alarmChanges?: readonly AlarmChange[];
  /** May be empty. */
  readonly series: readonly Series[];
  /** Whether the health check that Route 53 fails over by passed (100) or not (0). Only where it does fail over. */
  readonly storeHealth?: Series;
  /** What on-call was told of it, oldest first; the earliest may be forgotten. */
  readonly messages: readonly LoggedMessage[];
  /** What shoppers were told about it, oldest first. */
  readonly told: readonly ShopperUpdate[];
  /** What CloudFront answered with an error since it began. */
  readonly failed?: Failed | undefined;
}

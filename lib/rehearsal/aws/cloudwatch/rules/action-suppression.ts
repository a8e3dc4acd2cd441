/** A composite alarm that has changed its state, and its suppressor alarm. */
export interface SuppressedChange {
  /** When the composite alarm changed. */
  readonly changedMs: number;
  readonly suppressorInAlarm: boolean;
  /** When the suppressor last went out of ALARM. @default - it never was in ALARM */
  readonly suppressorLeftMs?: number;
  /** How long to wait for the suppressor to go into ALARM, in seconds. */
  readonly waitSeconds: number;
  /** How long to hold back after the suppressor went out of ALARM, in seconds. */
  readonly extensionSeconds: number;
}

/** Whether a composite alarm carries out its actions now. */
export type SuppressionDecision =
  | { readonly kind: 'act' }
  | {
      readonly kind: 'suppressed';
      /** As in the event that EventBridge gets. */
      readonly by: 'Alarm' | 'WaitPeriod' | 'ExtensionPeriod';
      /** When to decide again, unless the suppressor changes first. @default - when the suppressor changes */
      readonly untilMs?: number;
    };

/**
 * Decides whether the suppressor of a composite alarm holds back its actions.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html
 */
export function actionSuppression(change: SuppressedChange, nowMs: number): SuppressionDecision {
  // Nothing is done while the suppressor is in ALARM.
  if (change.suppressorInAlarm) {
    return { kind: 'suppressed', by: 'Alarm' };
  }
  // Nor for the extension period after it went out of ALARM, which a later change of the composite alarm discards: a
  // new wait period starts in its place (AWS's sixth example).
  const { changedMs, suppressorLeftMs = Number.NEGATIVE_INFINITY } = change;
  const isDiscarded = suppressorLeftMs <= changedMs;
  const extendedMs = isDiscarded
    ? Number.NEGATIVE_INFINITY
    : suppressorLeftMs + change.extensionSeconds * 1000;
  if (nowMs < extendedMs) {
    return { kind: 'suppressed', by: 'ExtensionPeriod', untilMs: extendedMs };
  }
  // Nor for the wait period after the change, in which the suppressor may still go into ALARM.
  const waitedMs = changedMs + change.waitSeconds * 1000;
  return nowMs < waitedMs ? { kind: 'suppressed', by: 'WaitPeriod', untilMs: waitedMs } : { kind: 'act' };
}

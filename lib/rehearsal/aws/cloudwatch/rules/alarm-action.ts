import type { AlarmState } from '../../../kernel/alarm-state';

/** What an alarm does on a change of its state: ARNs, in order, often none. */
export interface AlarmActions {
  /** @default true */
  readonly actionsEnabled?: boolean;
  readonly actions: Readonly<Record<AlarmState, readonly string[]>>;
}

/** The actions that one evaluation sets off. */
export interface AlarmActionDecision {
  readonly actions: readonly string[];
  readonly because: string;
}

/**
 * The actions that an evaluation of an alarm sets off.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html
 */
export function alarmActions(alarm: AlarmActions, from: AlarmState, to: AlarmState): AlarmActionDecision {
  // Actions come with a change of state only; they are not repeated while the alarm stays where it is. (Auto Scaling
  // actions are, which the rehearsal does not model.)
  if (from === to) {
    return { actions: [], because: `the alarm stays in ${to}` };
  }
  const because = `the alarm went from ${from} to ${to}`;
  // An alarm whose actions are disabled still changes its state.
  if (!(alarm.actionsEnabled ?? true)) {
    return { actions: [], because: `${because}, its actions disabled` };
  }
  return { actions: alarm.actions[to], because };
}

import type { AlarmState } from '../../kernel/alarm-state';
import type { Clock } from '../../kernel/clock/clock';
import type { AlarmChange } from './alarm-change';
import { actionSuppression, type SuppressionDecision } from './rules/action-suppression';

/** The suppressor of a composite alarm, as its template states it. */
export interface SuppressorSettings {
  /** The suppressor alarm's name. */
  readonly suppressor: string;
  readonly waitSeconds: number;
  readonly extensionSeconds: number;
}

/** What a suppressor needs of the rest of the world. */
export interface SuppressorDeps {
  readonly clock: Clock;
  /** Carries out the actions of a change. */
  readonly act: (change: AlarmChange) => void;
}

/**
 * Holds back the actions of one composite alarm. Emulation: actions that were held back are those of its last change; a
 * composite alarm that is back in the state for which it last acted does nothing. AWS leaves that open: its third example
 * has an alarm act that came and went while it waited, which may mean an OK to people who heard of no ALARM.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html
 */
export class ActionsSuppressor {
  private pending: AlarmChange | undefined;
  private actedState: AlarmState = 'INSUFFICIENT_DATA';
  private suppressorInAlarm = false;
  private suppressorLeftMs: number | undefined;

  constructor(
    private readonly settings: SuppressorSettings,
    private readonly world: SuppressorDeps,
  ) {}

  /** Takes every change of the composite alarm. @returns what is done about it at once */
  take(change: AlarmChange): SuppressionDecision {
    this.pending = change;
    return this.settle();
  }

  /** Takes every change of state of any alarm, of which only the suppressor's count. */
  notice({ alarm, previous }: AlarmChange): void {
    if (alarm.name !== this.settings.suppressor) {
      return;
    }
    this.suppressorInAlarm = alarm.state === 'ALARM';
    if (previous.state === 'ALARM') {
      this.suppressorLeftMs = this.world.clock.nowMs;
    }
    this.settle();
  }

  private settle(): SuppressionDecision {
    const { pending } = this;
    if (pending === undefined) {
      return { kind: 'act' };
    }
    const decision = actionSuppression(
      {
        ...this.settings,
        changedMs: pending.alarm.changedMs,
        suppressorInAlarm: this.suppressorInAlarm,
        suppressorLeftMs: this.suppressorLeftMs,
      },
      this.world.clock.nowMs,
    );
    if (decision.kind === 'act') {
      this.act(pending);
    } else if (decision.untilMs !== undefined) {
      this.world.clock.at(decision.untilMs, () => void this.settle());
    }
    return decision;
  }

  private act(change: AlarmChange): void {
    this.pending = undefined;
    if (change.alarm.state === this.actedState) {
      return;
    }
    this.actedState = change.alarm.state;
    this.world.act(change);
  }
}

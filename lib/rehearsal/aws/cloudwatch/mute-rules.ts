import type { Clock } from '../../kernel/clock/clock';
import { RehearsalError, readProperty } from '../../kernel/errors';
import type { Deployment } from '../assembly/deployment';
import type { AlarmChange } from './alarm-change';
import { ALARM, COMPOSITE_ALARM, MUTE_RULE } from './resource';
import { type MuteSchedule, mutedUntil, parseMuteRule } from './rules/mute-window';

/** What mute rules need of the rest of the world. */
export interface MuteDeps {
  readonly clock: Clock;
  /** Carries out the actions of a change. */
  readonly act: (change: AlarmChange) => void;
}

/** A mute rule that is in force. */
interface MuteRule {
  readonly alarmNames: readonly string[];
  readonly schedule: MuteSchedule;
}

/** The alarm mute rules of the stack and of people, and the actions that they hold back. */
export class MuteRules {
  private readonly rules = new Map<string, MuteRule>();
  private readonly heldBack = new Map<string, AlarmChange>();

  /** @throws RehearsalError UNSUPPORTED_PROPERTY for a schedule that is not modelled, and for alarms that are not there */
  constructor(
    deployment: Deployment,
    private readonly world: MuteDeps,
  ) {
    const names = new Set(
      [...deployment.all(ALARM), ...deployment.all(COMPOSITE_ALARM)].map(({ ref }) => ref),
    );
    for (const { name, properties } of deployment.all(MUTE_RULE)) {
      const { Rule, MuteTargets, StartDate: startDate, ExpireDate: expireDate } = properties;
      const { Expression: expression, Duration: duration, Timezone: timezone } = Rule.Schedule;
      const schedule = readProperty(name, () =>
        parseMuteRule({ expression, duration, timezone, startDate, expireDate }),
      );
      const alarmNames = MuteTargets?.AlarmNames ?? [];
      const stranger = alarmNames.find((alarm) => !names.has(alarm));
      if (stranger !== undefined) {
        throw missing(name, stranger);
      }
      this.put(name, { alarmNames, schedule });
    }
  }

  /** Adds a rule, or replaces the one of that name. */
  put(name: string, rule: MuteRule): void {
    this.rules.set(name, rule);
  }

  /** Deletes a rule, if there is one of that name, and carries out what only that rule held back. */
  remove(name: string): void {
    const rule = this.rules.get(name);
    this.rules.delete(name);
    for (const alarm of rule?.alarmNames ?? []) {
      this.release(alarm);
    }
  }

  /**
   * Carries out the actions of a change, unless they are muted; then they follow when the window ends, if the alarm is
   * still in that state. Emulation: of several changes in a window only the last one's actions follow.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html
   */
  take(change: AlarmChange): void {
    const { name } = change.alarm;
    const untilMs = this.mutedUntil(name);
    if (untilMs === undefined) {
      this.world.act(change);
      return;
    }
    const isWaiting = this.heldBack.has(name);
    this.heldBack.set(name, change);
    if (!isWaiting) {
      this.world.clock.at(untilMs, () => this.release(name));
    }
  }

  private release(name: string): void {
    const change = this.heldBack.get(name);
    this.heldBack.delete(name);
    if (change !== undefined) {
      this.take({ ...change, afterMuteWindow: true });
    }
  }

  private mutedUntil(name: string): number | undefined {
    const ends = [...this.rules.values()]
      .filter(({ alarmNames }) => alarmNames.includes(name))
      .map(({ schedule }) => mutedUntil(schedule, this.world.clock.nowMs))
      .filter((end) => end !== undefined);
    return ends.length === 0 ? undefined : Math.max(...ends);
  }
}

const missing = (rule: string, alarm: string): RehearsalError =>
  new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${rule}.MuteTargets.AlarmNames: names no alarm of this assembly, got ${alarm}; use one that is in it`,
  );

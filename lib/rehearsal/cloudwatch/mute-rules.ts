import type { Deployment } from '../assembly/deployment';
import type { Clock } from '../clock/clock';
import { RehearsalError, readProperty } from '../errors';
import type { AlarmChange } from './alarm-change';
import { ALARM, COMPOSITE_ALARM, MUTE_RULE } from './resource';
import { type MuteSchedule, mutedUntil, parseMuteRule } from './rules/mute-window';

/** What mute rules need of the rest of the world. */
export interface MuteSurroundings {
  readonly clock: Clock;
  /** Carries out the actions of a change. */
  readonly act: (change: AlarmChange) => void;
}

/** The stack's alarm mute rules, and the actions that they hold back. */
export class MuteRules {
  private readonly schedules = new Map<string, MuteSchedule[]>();
  private readonly heldBack = new Map<string, AlarmChange>();

  /** @throws RehearsalError UNSUPPORTED_PROPERTY for a schedule that is not modelled, and for alarms that are not there */
  constructor(
    deployment: Deployment,
    private readonly world: MuteSurroundings,
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
      for (const alarm of MuteTargets?.AlarmNames ?? []) {
        if (!names.has(alarm)) throw missing(name, alarm);
        this.schedules.set(alarm, [...(this.schedules.get(alarm) ?? []), schedule]);
      }
    }
  }

  /**
   * Carries out the actions of a change, unless they are muted; then they follow when the window ends, if the alarm is
   * still in that state. Emulation: of several changes in a window only the last one's actions follow.
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
    if (!isWaiting) this.world.clock.at(untilMs, () => this.release(name));
  }

  private release(name: string): void {
    const change = this.heldBack.get(name);
    this.heldBack.delete(name);
    if (change !== undefined) this.take(change);
  }

  private mutedUntil(name: string): number | undefined {
    const ends = (this.schedules.get(name) ?? [])
      .map((schedule) => mutedUntil(schedule, this.world.clock.nowMs))
      .filter((end) => end !== undefined);
    return ends.length === 0 ? undefined : Math.max(...ends);
  }
}

const missing = (rule: string, alarm: string): RehearsalError =>
  new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${rule}.MuteTargets.AlarmNames: names no alarm of this assembly, got ${alarm}; use one that is in it`,
  );

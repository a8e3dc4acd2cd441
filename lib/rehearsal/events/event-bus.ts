import type { Deployment } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { regionOf } from '../assembly/region-of';
import { type Clock, every } from '../clock/clock';
import { readProperty } from '../errors';
import { RULE } from './resource';
import { type EventPattern, parseEventPattern } from './rules/event-pattern';
import { matchEventPattern } from './rules/match-event-pattern';
import { nextRun, parseSchedule, type RateSchedule } from './rules/schedule';

/** Calls a target, a function by its ARN. */
export type InvokeTarget = (targetArn: string, event: unknown) => void;

/** The default event bus with the stack's rules and schedules. */
export class EventBus {
  private readonly rules: readonly { readonly pattern: EventPattern; readonly targets: readonly string[] }[];

  constructor(
    deployment: Deployment,
    private readonly clock: Clock,
    private readonly invoke: InvokeTarget,
  ) {
    const enabled = deployment.all(RULE).filter(({ properties }) => properties.State === 'ENABLED');
    this.rules = enabled.flatMap(({ name, properties: { EventPattern, Targets } }) => {
      if (EventPattern === undefined) return [];
      const pattern = readProperty(name, () => parseEventPattern(EventPattern));
      return [{ pattern, targets: Targets.map(({ Arn }) => Arn) }];
    });
    for (const { name, properties, attribute } of enabled) {
      const expression = properties.ScheduleExpression;
      if (expression === undefined) continue;
      const schedule = readProperty(name, () => parseSchedule(expression));
      this.start(
        schedule,
        attribute('Arn'),
        properties.Targets.map(({ Arn }) => Arn),
      );
    }
  }

  /** Gives an event to every rule that matches it. */
  put(event: unknown): void {
    for (const { pattern, targets } of this.rules) {
      if (matchEventPattern(pattern, event).matches) for (const target of targets) this.invoke(target, event);
    }
  }

  /** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html */
  private start(schedule: RateSchedule, ruleArn: string, targets: readonly string[]): void {
    const createdMs = this.clock.nowMs;
    every(this.clock, schedule.everyMs, nextRun(schedule, createdMs, createdMs), () => {
      const event = {
        version: '0',
        id: `scheduled-${this.clock.nowMs}`,
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account: ACCOUNT_ID,
        time: new Date(this.clock.nowMs).toISOString(),
        region: regionOf(ruleArn),
        resources: [ruleArn],
        detail: {},
      };
      for (const target of targets) this.invoke(target, event);
    });
  }
}

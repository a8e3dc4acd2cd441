import type { Clock } from '../../kernel/clock/clock';
import { readProperty } from '../../kernel/errors';
import type { Deployment, ModelledResource } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { regionOf } from '../assembly/region-of';
import { RULE } from './resource';
import { type EventPattern, parseEventPattern } from './rules/event-pattern';
import { matchEventPattern } from './rules/match-event-pattern';
import { nextRun, parseSchedule, type Schedule } from './rules/schedule';
import { type TargetInput, targetInput } from './rules/target-input';

/** An event, of which the bus itself looks at the region only. */
export type BusEvent = Readonly<Record<string, unknown>> & { readonly region: string };

/** Where a rule sends what it hears. */
export interface RuleTarget {
  readonly arn: string;
  readonly ruleArn: string;
  /** ARN of the role by which it acts. @default - it goes by the policy of the target */
  readonly roleArn?: string;
  /** ARN of the queue for what can't be delivered. @default - it is lost */
  readonly deadLetterQueue?: string;
}

/** Hands something to a target. */
export type Deliver = (target: RuleTarget, input: unknown) => void;

/** A rule that is enabled. */
interface Rule {
  readonly arn: string;
  readonly name: string;
  /** @default - it runs on a schedule only */
  readonly pattern?: EventPattern;
  readonly targets: readonly (TargetInput & RuleTarget)[];
}

/** The default event buses with the stack's rules and schedules. */
export class EventBus {
  private readonly rules: readonly Rule[];

  /** @throws RehearsalError UNSUPPORTED_PROPERTY for patterns, schedules and inputs that are not modelled */
  constructor(
    deployment: Deployment,
    private readonly clock: Clock,
    private readonly deliver: Deliver,
  ) {
    const enabled = deployment.all(RULE).filter(({ properties }) => properties.State === 'ENABLED');
    this.rules = enabled.map(readRule);
    for (const [index, { name, properties }] of enabled.entries()) {
      const expression = properties.ScheduleExpression;
      const rule = this.rules[index];
      if (expression === undefined || rule === undefined) {
        continue;
      }
      this.start(
        readProperty(name, () => parseSchedule(expression)),
        rule,
      );
    }
  }

  /** Gives an event to every rule of its region that matches it. */
  put(event: BusEvent): void {
    for (const rule of this.rules) {
      const hears = rule.pattern !== undefined && regionOf(rule.arn) === event.region;
      if (hears && matchEventPattern(rule.pattern, event).matches) {
        this.run(rule, event);
      }
    }
  }

  private run(rule: Rule, event: unknown): void {
    for (const target of rule.targets) {
      const input = targetInput(target, event, rule);
      if (input !== undefined) {
        this.deliver(target, input);
      }
    }
  }

  /** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html */
  private start(schedule: Schedule, rule: Rule): void {
    const { clock } = this;
    const createdMs = clock.nowMs;
    const wait = (): void => {
      const nextMs = nextRun(schedule, createdMs, clock.nowMs);
      if (nextMs !== undefined) {
        clock.at(nextMs, run);
      }
    };
    const run = (): void => {
      this.run(rule, scheduledEvent(rule.arn, clock.nowMs));
      wait();
    };
    wait();
  }
}

/** Where a rule leads, and what it hands over there. */
export function readTargets({
  attribute,
  properties,
}: ModelledResource<RuleProperties>): readonly (TargetInput & RuleTarget)[] {
  const ruleArn = attribute('Arn');
  return properties.Targets.map(({ Arn, DeadLetterConfig, Input, InputPath, InputTransformer, RoleArn }) => ({
    arn: Arn,
    ruleArn,
    roleArn: RoleArn,
    deadLetterQueue: DeadLetterConfig?.Arn,
    constant: Input,
    path: InputPath,
    transformer: InputTransformer && {
      paths: InputTransformer.InputPathsMap,
      template: InputTransformer.InputTemplate,
    },
  }));
}

function readRule(resource: ModelledResource<RuleProperties>): Rule {
  const { name, ref, attribute, properties } = resource;
  const { EventPattern: pattern } = properties;
  const targets = readTargets(resource);
  const rule = { arn: attribute('Arn'), name: ref };
  // What does not work without an event never works.
  for (const target of targets) {
    readProperty(name, () => targetInput(target, {}, rule));
  }
  return {
    ...rule,
    pattern: pattern && readProperty(name, () => parseEventPattern(pattern)),
    targets,
  };
}

type RuleProperties = (typeof RULE)['properties']['_output'];

const scheduledEvent = (ruleArn: string, nowMs: number) => ({
  version: '0',
  id: `scheduled-${nowMs}`,
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: ACCOUNT_ID,
  time: new Date(nowMs).toISOString(),
  region: regionOf(ruleArn),
  resources: [ruleArn],
  detail: {},
});

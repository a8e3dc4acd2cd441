import type { AlarmState } from '../../kernel/alarm-state';
import { type Clock, every } from '../../kernel/clock/clock';
import type { Random } from '../../kernel/clock/random';
import { HOUR_MS } from '../../kernel/clock/units';
import { RehearsalError } from '../../kernel/errors';
import type { EventLog } from '../../kernel/event-log';
import { UNKNOWN_DEFAULTS, type UnknownValues } from '../../unknowns/unknown-values';
import type { Deployment, ModelledResource } from '../assembly/deployment';
import { ActionsSuppressor } from './actions-suppressor';
import type { AlarmChange, EmulatedAlarm } from './alarm-change';
import { alarmTrigger } from './alarm-trigger';
import { type Composite, readComposites } from './composites';
import { judgeDatapoints } from './metric-alarm';
import type { MetricStore } from './metric-store';
import { MuteRules } from './mute-rules';
import { type MetricAlarm, readMetricAlarm } from './read-metric-alarm';
import { ALARM, COMPOSITE_ALARM } from './resource';
import { alarmActions } from './rules/alarm-action';
import { compositeState, namesIn } from './rules/composite-state';
import type { AlarmDecision } from './rules/evaluate-alarm';
import { evaluationPhaseMs } from './rules/evaluation-phase';
import { evaluatedEveryMs } from './rules/period';

/** What alarms need of the rest of the world. */
export interface AlarmDeps {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly metrics: MetricStore;
  readonly random: Random;
  /** @default - those of the table */
  readonly unknowns?: UnknownValues;
  /** Takes every change of state. */
  readonly onChange: (change: AlarmChange) => void;
  /** Carries out one alarm action. */
  readonly act: (actionArn: string, change: AlarmChange) => void;
}

/** The stack's alarms, each evaluated as often as its period asks for. */
export class Alarms {
  private readonly alarms = new Map<string, EmulatedAlarm>();
  private readonly changes: AlarmChange[] = [];
  private readonly composites: readonly Composite[];
  /** Those of the template; people put more. */
  readonly muteRules: MuteRules;
  /** Names of those that are evaluated once an hour and were not yet. */
  private readonly unsettled = new Set<string>();
  /** By the name of the composite alarm whose actions it holds back. */
  private readonly suppressors = new Map<string, ActionsSuppressor>();

  /** @throws RehearsalError UNSUPPORTED_PROPERTY for alarms, composite alarms and mute rules that are not modelled */
  constructor(
    deployment: Deployment,
    private readonly world: AlarmDeps,
  ) {
    for (const resource of deployment.all(ALARM)) {
      this.add(resource, { Trigger: alarmTrigger(resource.properties) });
      this.evaluateOften(resource.ref, readMetricAlarm(resource));
    }
    for (const resource of deployment.all(COMPOSITE_ALARM)) {
      this.add(resource, { AlarmRule: resource.properties.AlarmRule });
    }
    this.composites = readComposites(deployment);
    this.muteRules = new MuteRules(deployment, {
      clock: world.clock,
      act: (change) => this.carryOut(change),
    });
    // A composite alarm is evaluated as soon as it is there, and then with every change of its children.
    // @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
    for (const composite of this.composites) {
      world.clock.at(world.clock.nowMs, () => this.decideComposite(composite));
    }
    for (const { name, suppressor } of this.composites) {
      if (suppressor === undefined) {
        continue;
      }
      const act = (change: AlarmChange) => this.act(change);
      this.suppressors.set(name, new ActionsSuppressor(suppressor, { clock: world.clock, act }));
    }
  }

  /** Every alarm as it stands, metric alarms before composite ones. */
  get all(): readonly EmulatedAlarm[] {
    return [...this.alarms.values()];
  }

  /** An alarm by its name. */
  find(name: string): EmulatedAlarm | undefined {
    return this.alarms.get(name);
  }

  /** Whether the alarm of this name follows other alarms. */
  isComposite(name: string): boolean {
    return this.composites.some((composite) => composite.name === name);
  }

  /** Every change of an alarm, oldest first. */
  historyOf(name: string): readonly AlarmChange[] {
    return this.changes.filter(({ alarm }) => alarm.name === name);
  }

  private add(
    { name: resource, ref: name, attribute, properties }: ModelledResource<ActionProperties>,
    watches: EmulatedAlarm['watches'],
  ): void {
    // AWS tells apart alarms of one name in several regions; rules, mutes and people's commands have but the name.
    if (this.alarms.has(name)) {
      throw new RehearsalError(
        'UNSUPPORTED_PROPERTY',
        `${resource}.AlarmName: is the name of another alarm, got ${name}; give each alarm of the assembly its own`,
      );
    }
    this.alarms.set(name, {
      name,
      arn: attribute('Arn'),
      description: properties.AlarmDescription,
      actionsEnabled: properties.ActionsEnabled,
      actions: {
        ALARM: properties.AlarmActions,
        OK: properties.OKActions,
        INSUFFICIENT_DATA: properties.InsufficientDataActions,
      },
      state: 'INSUFFICIENT_DATA',
      because: 'Unchecked: Initial alarm creation',
      changedMs: this.world.clock.nowMs,
      configuredMs: this.world.clock.nowMs,
      watches,
    });
  }

  private evaluateOften(name: string, alarm: MetricAlarm): void {
    const { clock, metrics, random, unknowns = UNKNOWN_DEFAULTS } = this.world;
    const { alarmOrder, extraEvaluationPeriods: extraPeriods } = unknowns;
    const { evaluationPeriods } = alarm.evaluation;
    const everyMs = evaluatedEveryMs({ periodSeconds: alarm.periodSeconds, evaluationPeriods });
    if (everyMs >= HOUR_MS) {
      this.unsettled.add(name);
    }
    const phaseMs = evaluationPhaseMs({ order: alarmOrder, everyMs, index: this.alarms.size }, random);
    every(clock, everyMs, clock.nowMs + phaseMs, () =>
      this.decide(name, (previous) =>
        judgeDatapoints(alarm, { metrics, nowMs: clock.nowMs, extraPeriods }, previous),
      ),
    );
  }

  private decide(name: string, evaluate: (previous: AlarmState) => AlarmDecision): void {
    const alarm = this.alarms.get(name);
    if (alarm === undefined) {
      return;
    }
    const { state, because } = evaluate(alarm.state);
    if (state === alarm.state) {
      return;
    }
    const changed = { ...alarm, state, because, changedMs: this.world.clock.nowMs };
    this.alarms.set(name, changed);
    // Emulation: the stack was deployed more than an hour before the rehearsal begins, so that no first OK is sent.
    const settles = this.unsettled.delete(name) && state === 'OK';
    this.announce({ alarm: changed, previous: alarm }, settles);
    this.decideCompositesWith(name);
  }

  private announce(change: AlarmChange, settles: boolean): void {
    const { alarm, previous } = change;
    this.changes.push(change);
    this.world.log.record({
      kind: 'alarm',
      alarmName: alarm.name,
      from: previous.state,
      to: alarm.state,
      because: alarm.because,
      ...(this.composites.some(({ suppressor }) => suppressor?.suppressor === alarm.name) && {
        suppresses: true,
      }),
    });
    for (const suppressor of this.suppressors.values()) {
      suppressor.notice(change);
    }
    const suppressor = this.suppressors.get(alarm.name);
    const decision = suppressor?.take(change);
    this.world.onChange(decision?.kind === 'suppressed' ? { ...change, suppressedBy: decision.by } : change);
    if (suppressor === undefined && !settles) {
      this.act(change);
    }
  }

  private act(change: AlarmChange): void {
    this.muteRules.take(change);
  }

  private carryOut(change: AlarmChange): void {
    const { alarm, previous } = change;
    for (const action of alarmActions(alarm, previous.state, alarm.state).actions) {
      this.world.act(action, change);
    }
  }

  private decideCompositesWith(name: string): void {
    for (const composite of this.composites) {
      if (namesIn(composite.rule).includes(name)) {
        this.decideComposite(composite);
      }
    }
  }

  private decideComposite({ name, rule }: Composite): void {
    this.decide(name, () =>
      compositeState(rule, (child) => this.alarms.get(child)?.state ?? 'INSUFFICIENT_DATA'),
    );
  }
}

interface ActionProperties {
  readonly ActionsEnabled: boolean;
  readonly AlarmActions: readonly string[];
  readonly AlarmDescription: string;
  readonly InsufficientDataActions: readonly string[];
  readonly OKActions: readonly string[];
}

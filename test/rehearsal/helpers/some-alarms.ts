import { Deployment } from '../../../lib/rehearsal/aws/assembly/deployment';
import type { TemplateResource } from '../../../lib/rehearsal/aws/assembly/template';
import type { AlarmChange } from '../../../lib/rehearsal/aws/cloudwatch/alarm-change';
import { Alarms } from '../../../lib/rehearsal/aws/cloudwatch/alarms';
import { MetricStore } from '../../../lib/rehearsal/aws/cloudwatch/metric-store';
import { every } from '../../../lib/rehearsal/kernel/clock/clock';
import { VirtualClock } from '../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../lib/rehearsal/kernel/event-log';
import { aResource, aStack } from './a-deployment';

export const MINUTE = 60_000;

/** A composite alarm called `outage`, but for what a test says. */
export const aComposite = (AlarmRule: string, but: Record<string, unknown> = {}) =>
  aResource('AWS::CloudWatch::CompositeAlarm', {
    AlarmName: 'outage',
    AlarmRule,
    AlarmActions: ['topic'],
    OKActions: ['topic'],
    ...but,
  });

/** Alarms evaluated in the middle of each minute; the metric gets a sample a quarter into it. */
export function someAlarms(
  resources: Record<string, TemplateResource>,
  values: (minute: number) => number | undefined,
  {
    region = 'us-east-1',
    namespace = 'Test',
    random = () => 0.5,
  }: { region?: string; namespace?: string; random?: () => number } = {},
) {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const metrics = new MetricStore(clock);
  const changes: AlarmChange[] = [];
  const actions: string[] = [];
  /** The changes that led to actions. */
  const acted: AlarmChange[] = [];
  const alarms = new Alarms(new Deployment([{ ...aStack(resources), region }]), {
    clock,
    log,
    metrics,
    random,
    onChange: (change) => changes.push(change),
    act: (actionArn, change) => {
      const { alarm } = change;
      actions.push(`${alarm.name} ${alarm.state} ${actionArn}`);
      acted.push(change);
    },
  });
  every(clock, MINUTE, MINUTE / 4, () => {
    const value = values(Math.floor(clock.nowMs / MINUTE));
    if (value !== undefined) {
      metrics.put({ namespace, name: 'Down', dimensions: {} }, value);
    }
  });
  const states = () =>
    log.events
      .filter((event) => event.kind === 'alarm')
      .map(({ alarmName, to, atMs }) => [alarmName, to, atMs / MINUTE]);
  return { clock, metrics, alarms, changes, actions, acted, states };
}

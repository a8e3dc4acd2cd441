import type { CommandReply, Overview } from '../../../lambda/status-update/contract/command-reply';
import { holderOf } from '../../../lambda/status-update/contract/hold';
import { nameOf } from '../../../lambda/status-update/contract/marker';
import { describeTarget } from '../../../lambda/status-update/contract/target-words';
import { timeSeenFrom } from '../../../lambda/status-update/contract/times';
import type { AlarmSeen } from './alarms';
import { timed } from './for-programs';
import type { Answered } from './preview';

/** What was found out for `npx understudy status`. Each part may be missing: people look when much is broken. */
export interface StatusSeen {
  readonly store: string;
  readonly nowMs: number;
  readonly reply: PromiseSettledResult<CommandReply>;
  readonly alarms: PromiseSettledResult<readonly AlarmSeen[]>;
}

/** How things stand, in lines for a terminal. */
export function describeStatus(seen: StatusSeen): string {
  const time = (epochMs: number) => timeSeenFrom(seen.nowMs, epochMs);
  const answered = answerOf(seen);
  const { overview } = answered ?? {};
  return [
    row('Store', [seen.store]),
    ...(answered === undefined ? [] : [row('Shoppers', [`read: ${answered.shoppers.status}`])]),
    ...(answered === undefined ? [] : [row('Incident', incidentLines(answered, time))]),
    ...(answered === undefined ? [] : [row('Held', [held(answered.held, time)])]),
    ...(overview === undefined ? [] : overviewRows(overview, seen.nowMs, time)),
    row('Alarms', alarmLines(seen.alarms, time)),
  ].join('\n');
}

type Time = (epochMs: number) => string;

const row = (label: string, [first = '', ...others]: readonly string[]): string =>
  [label.padEnd(13) + first, ...others.map((line) => ' '.repeat(13) + line)].join('\n');

function incidentLines({ incident, overview }: Answered, time: Time): readonly string[] {
  if (incident === undefined) {
    return ['none'];
  }
  const who = `${incident.id}, acknowledged by ${incident.ack}`;
  if (overview?.incident == null) {
    return [who];
  }
  const { title, severity, phase, drill, startedAtMs, nextUpdateAtMs, targets = [] } = overview.incident;
  const when = `since ${time(startedAtMs)}, next update by ${time(nextUpdateAtMs)}`;
  return [
    `${drill ? '[DRILL] ' : ''}${severity} ${title}, ${phase}, ${when}`,
    who,
    ...targets.map((one) => describeTarget(one, time)),
  ];
}

function held(hold: Answered['held'], time: Time): string {
  if (hold === undefined) {
    return 'no, the health checks decide';
  }
  const yet = hold.inForce ? '' : ' (not in force yet)';
  return `on ${hold.side.toUpperCase()} by ${holderOf(hold)} until ${time(hold.endsAtMs)}${yet}`;
}

function overviewRows(overview: Overview, nowMs: number, time: Time): readonly string[] {
  const { maintenance, drillUntilMs, markers } = overview;
  const window = maintenance && `${maintenance.id} ${maintenance.status.replace('_', ' ')}`;
  const none = 'none yet; "npx understudy drill +1h" declares one';
  const drill =
    drillUntilMs === null ? none : `${drillUntilMs > nowMs ? 'until' : 'ended'} ${time(drillUntilMs)}`;
  return [
    row('Maintenance', [
      maintenance === null ? 'none' : `${window}, ${time(maintenance.startMs)} to ${time(maintenance.endMs)}`,
    ]),
    row('Last drill', [drill]),
    row(
      'Changes',
      markers.length === 0 ? ['none noted'] : markers.map((one) => `${time(one.atMs)}  ${nameOf(one)}`),
    ),
  ];
}

function alarmLines(alarms: StatusSeen['alarms'], time: Time): readonly string[] {
  if (alarms.status === 'rejected') {
    const { reason } = alarms;
    return [`could not be read: ${reason instanceof Error ? reason.message : String(reason)}`];
  }
  const loud = alarms.value.filter(({ state }) => state !== 'OK');
  const well = `${alarms.value.length - loud.length} OK`;
  return [
    loud.length === 0 ? well : `${loud.length} not OK, ${well}`,
    ...loud.map(({ name, state, sinceMs }) => {
      const since = sinceMs === undefined ? '' : ` since ${time(sinceMs)}`;
      return `${state} ${name}${since}`;
    }),
  ];
}

/** The same for programs. What is not known is null. */
export function statusForPrograms(seen: StatusSeen) {
  const { store, alarms } = seen;
  const answered = answerOf(seen);
  const { incident, maintenance, drillUntilMs, markers } = answered?.overview ?? {};
  return {
    store,
    shoppersRead: answered?.shoppers.status ?? null,
    incident: timed(incident ? { ...incident, targets: incident.targets?.map(timed) } : undefined) ?? null,
    held: timed(answered?.held) ?? null,
    maintenance: timed(maintenance ?? undefined) ?? null,
    drillUntil: drillUntilMs == null ? null : new Date(drillUntilMs).toISOString(),
    markers: markers?.map(timed) ?? null,
    alarms: alarms.status === 'fulfilled' ? alarms.value.map(timed) : null,
  };
}

const answerOf = ({ reply }: StatusSeen): Answered | undefined =>
  reply.status === 'fulfilled' && reply.value.kind !== 'refused' ? reply.value : undefined;

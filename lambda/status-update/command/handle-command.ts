import { type CommandRequest, readCommandRequest } from '../contract/command';
import type { CommandReply } from '../contract/command-reply';
import { type Hold, isOver } from '../contract/hold';
import { keepHold } from '../failover/keep-hold';
import { flushOutbox } from '../flush-outbox';
import { describeAck } from '../message/ack';
import { enqueue } from '../outbox/outbox';
import { drillEntry, holdEntry, maintenanceEntry, outboxEntries } from '../outbox-entry';
import type { Ports } from '../ports';
import { StepErrors } from '../problems';
import { publishSite, type RunContext } from '../publish-site';
import type { Settings } from '../settings';
import { shopperStatusOf } from '../site/shopper-status';
import { shopperTexts } from '../site/status-document';
import type { IncidentState } from '../state/incident-state';
import type { Outbox, OutboxEntry } from '../state/outbox-entry';

import { updateState } from '../update-state';
import { applyCommand } from './apply-command';
import type { Accepted, CommandOutcome } from './outcome';
import { overviewOf } from './overview';

type Answered = Exclude<CommandReply, { readonly kind: 'refused' }>;

/** Carries out what a person asked for, or only shows what it would come to. */
export async function handleCommand(event: unknown, ports: Ports, settings: Settings): Promise<CommandReply> {
  const request = readCommandRequest(event);
  if (request === undefined) {
    // An error would raise the alarm on the function, which did nothing wrong.
    return {
      kind: 'refused',
      because: 'unknown command; use the command line it was deployed with',
    };
  }
  const { preview } = request;
  const publishing = { ports, settings, problems: new StepErrors() };
  // A number that could not be read is left out of the message, which nobody sends again.
  const composing = { ...publishing, problems: new StepErrors() };
  if (preview) {
    const outcome = applyCommand(await ports.store.load(), request, asking(publishing));
    const hold = outcome.kind === 'accepted' ? outcome.state.hold : null;
    return reply('preview', await carryOut(outcome, composing), { ...publishing, hold });
  }
  const result = await keep(request, composing);
  if (result.outcome.kind === 'accepted') {
    const { hold, repeated = false, state } = result.outcome;
    // A command may come again because the first invocation died half-way.
    if (hold !== undefined || (repeated && state.hold !== null)) {
      await publishing.problems.run('failover', () => keepHold(publishing));
    }
    await publishing.problems.run('messages', () => flushOutbox(ports, publishing.problems.disorder));
    await publishing.problems.run('site', () => publishSite(publishing));
  }
  return reply('done', result, { ...publishing, hold: await newestHold(result, publishing) });
}

interface Result {
  readonly outcome: CommandOutcome;
  /** To on-call first. */
  readonly entries: readonly OutboxEntry[];
}

/** Decides on the newest state and keeps the decision and its message in one write. */
async function keep(request: CommandRequest, publishing: RunContext): Promise<Result> {
  let result: Result | undefined;
  const { store } = publishing.ports;
  await updateState(store, async (before) => {
    result = await carryOut(applyCommand(before, request, asking(publishing)), publishing);
    const { outcome, entries } = result;
    if (outcome.kind === 'refused') {
      return before;
    }
    // Of a hold people are told once Route 53 answers so.
    return outcome.hold !== undefined
      ? outcome.state
      : { ...outcome.state, outbox: [...entries.reduce(enqueue, outcome.state.outbox as Outbox)] };
  });
  return result ?? { outcome: { kind: 'refused', because: 'nothing was decided' }, entries: [] };
}

/** The outcome and the messages that go with it. */
async function carryOut(outcome: CommandOutcome, publishing: RunContext): Promise<Result> {
  if (outcome.kind === 'refused' || outcome.repeated) {
    return { outcome, entries: [] };
  }
  return { outcome, entries: await entriesOf(outcome, publishing) };
}

async function entriesOf(
  { state, announcement, maintenance, drill, hold }: Accepted,
  publishing: RunContext,
): Promise<readonly OutboxEntry[]> {
  if (announcement !== undefined) {
    return outboxEntries(announcement, publishing);
  }
  if (maintenance !== undefined) {
    return [maintenanceEntry(maintenance, state, publishing)];
  }
  if (hold !== undefined) {
    const { settings, ports } = publishing;
    return [holdEntry(hold.hold, hold.news, { settings, nowMs: ports.now() })];
  }
  return drill === undefined ? [] : [drillEntry(drill, state, publishing)];
}

function reply(
  kind: 'done' | 'preview',
  { outcome, entries: [entry] }: Result,
  { ports, problems, settings, hold }: RunContext & Pick<IncidentState, 'hold'>,
): CommandReply {
  if (outcome.kind === 'refused') {
    return outcome;
  }
  const { state, done, maintenance } = outcome;
  const { status } = shopperStatusOf(state, settings.STORE);
  return {
    kind,
    done,
    message: entry?.message,
    shoppers: { status: status.description, ...shopperTexts(state, settings.STORE, ports.now()) },
    maintenance,
    held: heldIn(hold, ports.now()),
    incident: incidentIn(state, ports.now()),
    overview: overviewOf(state),
    problems: problems.all.map(({ message }) => message),
  };
}

function asking({ ports, settings }: RunContext) {
  return { nowMs: ports.now(), store: settings.STORE };
}

/** How the hold stands once everything was done that could be. */
async function newestHold({ outcome }: Result, { ports }: RunContext): Promise<Hold | null> {
  if (outcome.kind === 'refused' || outcome.state.hold === null) {
    return null;
  }
  return ports.store.load().then(
    ({ hold }) => hold,
    () => outcome.state.hold,
  );
}

function incidentIn({ incident }: IncidentState, nowMs: number): Answered['incident'] {
  return incident === null ? undefined : { id: incident.id, ack: describeAck(incident, nowMs) };
}

function heldIn(hold: Hold | null, nowMs: number): Answered['held'] {
  if (hold === null || isOver(hold, nowMs)) {
    return undefined;
  }
  const { side, by, endsAtMs, sinceMs } = hold;
  return { side, by, endsAtMs, inForce: sinceMs !== null };
}

import { flushOutbox } from '../flush-outbox';
import type { Message, OutboxEntry } from '../outbox/outbox';
import { enqueue } from '../outbox/outbox';
import { drillEntry, maintenanceEntry, outboxEntry } from '../outbox-entry';
import type { Ports } from '../ports';
import { Problems } from '../problems';
import { type Publishing, publishSite } from '../publish-site';
import type { Settings } from '../settings';
import { standingOf } from '../site/standing';
import { type ShopperTexts, shopperTexts } from '../site/status-document';
import { updateState } from '../update-state';
import { applyCommand } from './apply-command';
import { type CommandRequest, readCommandRequest } from './command';
import type { Accepted, CommandOutcome } from './outcome';

/** What the person who asked gets to see. */
export type CommandReply =
  | { readonly kind: 'refused'; readonly because: string }
  | {
      readonly kind: 'done' | 'preview';
      readonly done: string;
      /** What on-call reads; absent when on-call is told nothing. */
      readonly message?: Message;
      /** What shoppers read after it: of a text in many languages, as much as there is room for. */
      readonly shoppers: { readonly status: string } & ShopperTexts;
      /** The window that changed, and the alarms whose own messages it concerns. */
      readonly maintenance?: {
        readonly id: string;
        readonly startMs: number;
        readonly endMs: number;
        readonly status: string;
      };
      /** What could not be done at once; the schedule tries again. */
      readonly problems: readonly string[];
    };

/** Carries out what a person asked for, or only shows what it would come to. */
export async function handleCommand(event: unknown, ports: Ports, settings: Settings): Promise<CommandReply> {
  const request = readCommandRequest(event);
  if (request === undefined) {
    // An error would raise the alarm on the function, which did nothing wrong.
    return {
      kind: 'refused',
      because: 'the function does not know such a command; use the command line it was deployed with',
    };
  }
  const { preview } = request;
  const publishing = { ports, settings, problems: new Problems() };
  // A number that could not be read is left out of the message, which nobody sends again.
  const composing = { ...publishing, problems: new Problems() };
  if (preview) {
    const outcome = applyCommand(await ports.store.load(), request, ports.now());
    return reply('preview', await carryOut(outcome, composing), publishing);
  }
  const result = await keep(request, composing);
  if (result.outcome.kind === 'accepted') {
    await publishing.problems.collect('messages', () => flushOutbox(ports));
    await publishing.problems.collect('site', () => publishSite(publishing));
  }
  return reply('done', result, publishing);
}

interface Result {
  readonly outcome: CommandOutcome;
  readonly entry?: OutboxEntry | undefined;
}

/** Decides on the newest state and keeps the decision and its message in one write. */
async function keep(request: CommandRequest, publishing: Publishing): Promise<Result> {
  let result: Result | undefined;
  const { store, now } = publishing.ports;
  await updateState(store, async (before) => {
    result = await carryOut(applyCommand(before, request, now()), publishing);
    const { outcome, entry } = result;
    if (outcome.kind === 'refused') {
      return before;
    }
    return entry === undefined
      ? outcome.state
      : { ...outcome.state, outbox: [...enqueue(before.outbox, entry)] };
  });
  return result ?? { outcome: { kind: 'refused', because: 'nothing was decided' } };
}

/** The outcome and the message that goes with it. */
async function carryOut(outcome: CommandOutcome, publishing: Publishing): Promise<Result> {
  if (outcome.kind === 'refused' || outcome.repeated) {
    return { outcome };
  }
  return { outcome, entry: await entryOf(outcome, publishing) };
}

async function entryOf(
  { state, announcement, maintenance, drill }: Accepted,
  publishing: Publishing,
): Promise<OutboxEntry | undefined> {
  if (announcement !== undefined) {
    return outboxEntry(announcement, publishing);
  }
  if (maintenance !== undefined) {
    return maintenanceEntry(maintenance, state, publishing.settings.STORE);
  }
  return drill && drillEntry(drill, publishing);
}

function reply(
  kind: 'done' | 'preview',
  { outcome, entry }: Result,
  { ports, problems, settings }: Publishing,
): CommandReply {
  if (outcome.kind === 'refused') {
    return outcome;
  }
  const { state, done, maintenance } = outcome;
  const { status } = standingOf(state, settings.STORE);
  return {
    kind,
    done,
    message: entry?.message,
    shoppers: { status: status.description, ...shopperTexts(state, settings.STORE, ports.now()) },
    maintenance,
    problems: problems.all.map(({ message }) => message),
  };
}

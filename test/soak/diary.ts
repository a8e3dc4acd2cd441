import type { Message } from '../../lambda/status-update/contract/message';
import type { StructuredUpdate } from '../../lambda/status-update/contract/structured-update';
import type { AlarmFact } from '../../lambda/status-update/state/alarm-facts';
import type { IncidentState } from '../../lambda/status-update/state/incident-state';
import type { OutboxEntry } from '../../lambda/status-update/state/outbox-entry';
import type { PublishFate } from './memory-topic';
import type { Run } from './run';

/** A message that the function decided to send. */
export interface Decided {
  readonly id: string;
  readonly to: OutboxEntry['to'];
  readonly reminder: boolean;
  readonly atMs: number;
  readonly message: Message;
  readonly update: StructuredUpdate | undefined;
  /** Whether CloudWatch answered all the while. */
  readonly sighted: boolean;
  /** Whether a person held the failover, or had a moment ago: a store that is held open counts less. */
  readonly isHeld: boolean;
  /** Since when the incident was well, as far as was known before. */
  readonly wellSinceMs: number | undefined;
}

/** One publish. */
export interface Attempt {
  readonly atMs: number;
  readonly key: string;
  readonly subject: string;
  readonly body: string;
  readonly update: StructuredUpdate | undefined;
  readonly fate: PublishFate;
  readonly run: Run;
}

/** A change of an alarm. */
export interface Change {
  readonly atMs: number;
  readonly name: string;
  readonly state: AlarmFact['state'];
}

/** What went to one topic, oldest first. */
export class Mailbox {
  readonly attempts: Attempt[] = [];

  /** What people got, with copies. */
  get heard(): readonly Attempt[] {
    return this.attempts.filter(({ fate }) => fate === 'taken' || fate === 'lost');
  }
}

/** All that happened to one store, oldest first, and what on-call got. */
export class Diary extends Mailbox {
  readonly second = new Mailbox();
  readonly changes: Change[] = [];
  readonly decided = new Map<string, Decided>();
  /** Ids of commands that were carried out. */
  readonly said: string[] = [];
  /** When something went wrong that may delay a message by some minutes, oldest first. */
  readonly troublesMs: number[] = [];
  /** The last of these, and when something last went wrong that may delay one by a quarter of an hour. */
  get lastTroubleMs(): number {
    return this.troublesMs.at(-1) ?? 0;
  }
  lastDoubtMs = 0;
  /** When the failover was last held. */
  lastHeldMs = 0;
  /** The newest state, whoever wrote it. */
  state: IncidentState | undefined;

  /** Alarms in ALARM at an instant. */
  alarming(atMs: number): readonly string[] {
    const last = new Map(
      this.changes.filter((change) => change.atMs <= atMs).map((one) => [one.name, one.state]),
    );
    return [...last].filter(([, state]) => state === 'ALARM').map(([name]) => name);
  }

  /** Whether every alarm was OK all the time from `fromMs` to `toMs`. */
  wellSince(fromMs: number, toMs: number): boolean {
    const last = new Map(
      this.changes.filter(({ atMs }) => atMs <= fromMs).map((one) => [one.name, one.state]),
    );
    const changed = this.changes.filter(({ atMs }) => atMs > fromMs && atMs <= toMs);
    return [...last.values(), ...changed.map(({ state }) => state)].every((state) => state === 'OK');
  }

  /** How many alarms were in ALARM at any instant from `fromMs` to `toMs`: the fewest and the most. */
  range(fromMs: number, toMs: number): { readonly min: number; readonly max: number } {
    const instants = this.changes.map(({ atMs }) => atMs).filter((atMs) => atMs > fromMs && atMs <= toMs);
    const counts = [fromMs, ...instants].map((atMs) => this.alarming(atMs).length);
    return { min: Math.min(...counts), max: Math.max(...counts) };
  }
}

export function updateIn({ data }: Pick<Message, 'data'>): StructuredUpdate | undefined {
  return data === undefined ? undefined : JSON.parse(data);
}

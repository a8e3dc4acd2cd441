import type { AlarmState } from './alarm-state';
import type { ShopperOutcome } from './shopper-outcome';

/** Something that happened in a rehearsal, in the words of the service it happened in. */
export type RehearsalEvent =
  | { readonly kind: 'fault'; readonly phase: 'starts' | 'ends'; readonly text: string }
  | { readonly kind: 'probe-failed'; readonly healthCheck: string; readonly because: string }
  | {
      readonly kind: 'health-check';
      readonly id: string;
      readonly healthCheck: string;
      readonly healthy: boolean;
      readonly because: string;
    }
  | {
      readonly kind: 'dns-answer';
      readonly recordName: string;
      readonly answer: 'PRIMARY' | 'SECONDARY';
      readonly because: string;
    }
  | {
      readonly kind: 'resolver-switched';
      readonly resolver: string;
      readonly answer: 'PRIMARY' | 'SECONDARY';
      /** When its old answer expired: it asks again only when it is asked. @default - it had none */
      readonly expiredMs?: number;
    }
  /** It asks again and hears PRIMARY as before, having slept through a failover. */
  | {
      readonly kind: 'resolver-slept';
      readonly resolver: string;
      /** When its old answer expired. */
      readonly expiredMs: number;
    }
  /** Of the person who watches a live rehearsal only: the shoppers of a played one are tallied. */
  | {
      readonly kind: 'shopper';
      readonly outcome: ShopperOutcome;
      readonly url: string;
      readonly waitMs: number;
      readonly because: string;
    }
  | {
      readonly kind: 'alarm';
      readonly alarmName: string;
      readonly from: AlarmState;
      readonly to: AlarmState;
      readonly because: string;
      /** Whether it only holds back the actions of another alarm: its ALARM means no trouble. @default false */
      readonly suppresses?: boolean;
    }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly outcome: 'succeeded' | 'failed';
      readonly because: string;
    }
  /** Somebody uses the command line. */
  | {
      readonly kind: 'person';
      readonly command: string;
      readonly outcome: 'done' | 'refused';
      /** What the command said last. */
      readonly because: string;
    }
  /** A call that AWS refuses, or of which the templates don't tell whether it does. Each once. */
  | {
      readonly kind: 'permission';
      readonly outcome: 'denied' | 'unknown';
      /** A function by its name, or a service such as `events.amazonaws.com`. */
      readonly caller: string;
      readonly action: string;
      readonly resource: string;
      readonly because: string;
    }
  /** A message whose topic has subscriptions, none of which anybody has confirmed. */
  | { readonly kind: 'unheard'; readonly topic: string; readonly subject: string }
  | MessageEvent;

/** The topic of what a function posts to a pager or a chat by itself: there is none. */
export const NO_TOPIC = 'a channel';

/** A message as it reaches one person or machine. */
export interface MessageEvent {
  readonly kind: 'message';
  readonly topic: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly subject: string;
  readonly body: string;
  /** Messages with the same one are for the same people. @default - all without one are */
  readonly audience?: string;
}

export type TimedEvent = RehearsalEvent & { readonly atMs: number };
type Listener = (event: TimedEvent) => void;

/** Everything that happened, in order; the timeline and the verdict are read from it. */
export class EventLog {
  readonly events: TimedEvent[] = [];
  private readonly listeners: Listener[] = [];

  constructor(private readonly nowMs: () => number) {}

  /** @param atMs when it happened. @default - now */
  record(event: RehearsalEvent, atMs = this.nowMs()): void {
    const timed = { ...event, atMs };
    this.events.push(timed);
    for (const listener of this.listeners) {
      listener(timed);
    }
  }

  /** Calls the listener for each event from now on. */
  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }
}

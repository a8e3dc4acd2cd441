import type { EmulatedAlarm } from '../../aws/cloudwatch/alarm-change';
import type { TimedEvent } from '../../kernel/event-log';
import type { ShopperOutcome } from '../../kernel/shopper-outcome';
import type { World } from '../../play/world/world';
import { type InboxMessage, inboxOf } from '../inbox';
import { liveLine } from '../live-line';
import type { LiveStore } from '../live-store';

/** What the control page is about. */
export interface Controlled {
  readonly world: World;
  readonly store: LiveStore;
  readonly shopUrl: string;
  /** How many seconds pass in one second of wall time. */
  readonly speed: number;
  /** When the rehearsal went live; what happened before is of no interest. */
  readonly openedMs: number;
}

/** Everything that the control page shows, at one moment. */
export interface ControlState {
  readonly nowMs: number;
  readonly speed: number;
  readonly domainName: string;
  readonly shopUrl: string;
  readonly store: { readonly running: boolean; readonly pid?: number };
  readonly healthChecks: readonly { readonly name: string; readonly healthy: boolean }[];
  readonly dnsAnswers: readonly DnsAnswerState[];
  /** Those in ALARM first. */
  readonly alarms: readonly EmulatedAlarm[];
  /** What the person who watches last got of the shop. @default - nobody has looked */
  readonly visit?: ShopVisit | undefined;
  /** Newest first. */
  readonly inbox: readonly InboxMessage[];
  /** Newest first, at most {@link TIMELINE_LENGTH}. */
  readonly timeline: readonly { readonly atMs: number; readonly text: string }[];
}

/** One look at the shop, in a browser. */
export interface ShopVisit {
  readonly atMs: number;
  /** Method and path. */
  readonly url: string;
  readonly outcome: ShopperOutcome;
  readonly because: string;
}

/** What public DNS answers for a name that fails over. */
export interface DnsAnswerState {
  readonly recordName: string;
  readonly answer: 'PRIMARY' | 'SECONDARY';
  readonly address: string;
}

const TIMELINE_LENGTH = 100;

/** Reads the state of a live rehearsal. */
export function readControlState({ world, store, shopUrl, speed, openedMs }: Controlled): ControlState {
  const { clock, settings, zone, healthChecks, alarms, log } = world;
  const events = log.events.filter(({ atMs }) => atMs >= openedMs);
  const inbox = inboxOf(events);
  return {
    nowMs: clock.nowMs,
    speed,
    domainName: settings.domainName,
    shopUrl,
    store: { running: store.running, pid: store.pid },
    healthChecks: healthChecks.statuses,
    dnsAnswers: zone.failoverNames.map((recordName) => {
      const { address, failovers } = zone.lookup(recordName);
      return { recordName, address, answer: failovers[0]?.answer ?? 'PRIMARY' };
    }),
    alarms: alarms.all.toSorted((a, b) => Number(b.state === 'ALARM') - Number(a.state === 'ALARM')),
    visit: events.findLast((event) => event.kind === 'shopper'),
    inbox,
    timeline: timelineOf(events, inbox).slice(0, TIMELINE_LENGTH),
  };
}

/** Newest first. A message is one line, however many people got it. */
function timelineOf(
  events: readonly TimedEvent[],
  inbox: readonly InboxMessage[],
): readonly { readonly atMs: number; readonly text: string }[] {
  const lines = events.flatMap((event) => {
    const text = event.kind === 'message' ? undefined : liveLine(event);
    return text === undefined ? [] : [{ atMs: event.atMs, text }];
  });
  const messages = inbox.map(({ atMs, topic, subject, copies }) => ({
    atMs,
    text: `SNS: ${copies.map(({ protocol }) => protocol).join(' and ')} to on-call: ${subject || topic}`,
  }));
  return [...messages, ...lines.reverse()].sort((a, b) => b.atMs - a.atMs);
}

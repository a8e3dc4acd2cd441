import type { Newest } from '../../lambda/status-update/contract/newest';
import { PerhapsSent, type Ports } from '../../lambda/status-update/ports';
import type { Settings } from '../../lambda/status-update/settings';
import type { IncidentState } from '../../lambda/status-update/state/incident-state';

interface PagerDutyEvent {
  readonly event_action: string;
  readonly dedup_key: string;
}

/** A fault that is planted into the real function from outside, to see that the soak finds it. */
export interface Bug {
  readonly ports?: (ports: Ports) => Ports;
  readonly settings?: (settings: Settings) => Settings;
  /** The same key for every store. */
  readonly partitionKey?: string;
  /** Events that don't wake the function. */
  readonly sleepsThrough?: (event: object) => boolean;
  /** What a channel takes for the newest incident. */
  readonly known?: (newest: Newest | undefined) => Newest | undefined;
  /** What a channel makes of its event. */
  readonly paged?: (event: PagerDutyEvent) => PagerDutyEvent;
}

export const NO_BUG: Bug = {};

/** Forgets a part of the state with each write. */
const forgetting = (forget: (state: IncidentState) => Partial<IncidentState>): Bug => ({
  ports: (ports) => ({
    ...ports,
    store: { ...storeOf(ports), save: (state) => ports.store.save({ ...state, ...forget(state) }) },
  }),
});

const storeOf = ({ store }: Ports): Ports['store'] => ({
  load: () => store.load(),
  save: (state) => store.save(state),
});

/** Handles what a topic throws in another way. */
const publishing = (caught: (error: unknown) => void): Bug => ({
  ports: (ports) => ({
    ...ports,
    announcer: { publish: (message) => ports.announcer.publish(message).catch(caught) },
  }),
});

/** Bugs by what they do. */
export const BUGS: Readonly<Record<string, Bug>> = {
  'the store writes over what others wrote': {
    ports: (ports) => ({
      ...ports,
      store: {
        load: () => ports.store.load(),
        save: async (state) =>
          (await ports.store.save(state)) ||
          ports.store.save({ ...state, version: (await ports.store.load()).version }),
      },
    }),
  },
  'the outbox is forgotten': forgetting(() => ({ outbox: [] })),
  'the lease is forgotten': forgetting(({ outbox }) => ({
    outbox: outbox.map((entry) => ({ ...entry, leasedUntilMs: 0 })),
  })),
  'carried-out commands are forgotten': forgetting(() => ({ commands: [] })),
  'instability is forgotten': forgetting(() => ({ changes: [] })),
  'a refused message counts as sent': publishing((error) => {
    if (error instanceof PerhapsSent) {
      throw error;
    }
  }),
  'a message without an answer counts as sent': publishing((error) => {
    if (!(error instanceof PerhapsSent)) {
      throw error;
    }
  }),
  'a message without an answer counts as refused': publishing((error) => {
    throw new Error(String(error));
  }),
  'nobody calls the second contact': {
    ports: (ports) => ({ ...ports, secondContact: { publish: async () => undefined } }),
  },
  'incidents are resolved early': {
    settings: (settings) => ({ ...settings, STORE: { ...settings.STORE, holdMinutes: 2 } }),
  },
  'the alarms are not looked at': {
    ports: (ports) => ({
      ...ports,
      monitoring: { ...monitoringOf(ports), describeAlarms: async () => ({}) },
    }),
  },
  'the schedule does not wake the function': {
    sleepsThrough: (event) => !('detail' in event),
  },
  'the feed is not written after an incident': {
    ports: (ports) => ({
      ...ports,
      site: {
        write: async (file) =>
          file.name === 'history.atom' && file.body.includes('Resolved') ? undefined : ports.site.write(file),
      },
    }),
  },
  'two stores share an item': { partitionKey: 'shop' },
  'channels do not know the newest incident': { known: () => undefined },
  'channels take every incident for over': { known: (newest) => newest && { ...newest, isOver: true } },
  'nobody writes down when a hold ends': {
    ports: (ports) => ({
      ...ports,
      holdEnd: { write: async () => undefined, remove: () => ports.holdEnd.remove() },
    }),
  },
  'the pager is not told of the end': {
    paged: (event) => (event.event_action === 'resolve' ? { ...event, event_action: 'none' } : event),
  },
};

const monitoringOf = ({ monitoring }: Ports): Ports['monitoring'] => ({
  describeAlarms: (names) => monitoring.describeAlarms(names),
  latest: (metrics, nowMs) => monitoring.latest(metrics, nowMs),
  perMinute: (metrics, span) => monitoring.perMinute(metrics, span),
  alarmHistory: (names, span) => monitoring.alarmHistory(names, span),
});

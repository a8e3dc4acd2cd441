import { USUAL_PATHS } from '../../../lib/failover/store-paths';
import type { RehearsalRecord } from '../../../lib/rehearsal/judge/record';
import type { RehearsalEvent, TimedEvent } from '../../../lib/rehearsal/kernel/event-log';
import type { Scenario } from '../../../lib/rehearsal/scenario/scenario';
import { UNKNOWN_DEFAULTS } from '../../../lib/rehearsal/unknowns/unknown-values';
import { DEFAULT_BUDGETS } from '../../../lib/rehearsal-budgets';
import { aTally, type GivenVisit } from './a-tally';
import { ORIGIN_REFUSES } from './origin-refuses';

const SECOND = 1_000;

/** Starts at 0, fails at once, is repaired after 600 s, ends after 960 s. */
const SPAN = { startMs: 0, failsMs: 0, repairedMs: 600 * SECOND };

const message = (subject: string): RehearsalEvent => ({
  kind: 'message',
  topic: 'Understudy',
  protocol: 'email',
  endpoint: 'a@example.com',
  subject,
  body: '',
});

/** Of a stack whose plain alarms come beside what its function tells. */
const WITH_PLAIN_ALARM: Scenario = {
  ...ORIGIN_REFUSES,
  expectations: {
    edge: { ...ORIGIN_REFUSES.expectations.edge, plainAlarms: 1 },
    dns: { ...ORIGIN_REFUSES.expectations.dns, plainAlarms: 1 },
  },
};

/** Somebody asks as soon as the old answer has expired. */
const switched = (seconds = 0): RehearsalEvent => ({
  kind: 'resolver-switched',
  resolver: 'one',
  answer: 'SECONDARY',
  expiredMs: seconds * SECOND,
});

/** When things happen in a rehearsal, in seconds; undefined: never. */
export interface Story {
  readonly detects: number | undefined;
  readonly switches: number | undefined;
  readonly alerts: number | undefined;
  readonly recovers: number | undefined;
}

/** A story that keeps every budget. */
const GOOD: Story = { detects: 30, switches: 80, alerts: 120, recovers: 700 };

/** Of a stack about which nothing is known. */
export const NO_PROMISES: RehearsalRecord['promises'] = {
  timing: {
    domainName: 'shop',
    healthChecks: [],
    failovers: [],
    alarming: { alarms: [], announcements: [] },
  },
  contacts: ['email', 'sms', 'https'],
};

/** The record of a rehearsal in which everything goes as it should, but for what a test says. */
export function aRecord(but: Partial<Story> = {}, visits: readonly GivenVisit[] = []): RehearsalRecord {
  const story = { ...GOOD, ...but };
  const told: [number | undefined, RehearsalEvent][] = [
    [0, { kind: 'fault', phase: 'starts', text: 'it fails' }],
    [story.detects, { kind: 'dns-answer', recordName: 'shop', answer: 'SECONDARY', because: '' }],
    [story.switches, switched(story.switches)],
    [story.alerts, message('ALARM: "shop-outage" in US East (N. Virginia)')],
    [story.alerts, message('[SEV1] INVESTIGATING shop: store down #INC-20261127-01')],
    [600, { kind: 'fault', phase: 'ends', text: 'it is repaired' }],
    [640, { kind: 'resolver-switched', resolver: 'one', answer: 'PRIMARY' }],
    [story.recovers, message('[SEV1] RESOLVED shop: store down #INC-20261127-01')],
    [story.recovers, message('OK: "shop-outage" in US East (N. Virginia)')],
  ];
  const events: TimedEvent[] = told.flatMap(([seconds, event]) =>
    seconds === undefined ? [] : [{ ...event, atMs: seconds * SECOND }],
  );
  return {
    scenario: WITH_PLAIN_ALARM,
    seed: 1,
    unknowns: UNKNOWN_DEFAULTS,
    settings: { topology: 'edge', domainName: 'shop', budgets: DEFAULT_BUDGETS.edge, paths: USUAL_PATHS },
    ...SPAN,
    counted: { failsMs: 0, failsAgainMs: [], repairedMs: SPAN.repairedMs, repairedAgainMs: [] },
    endMs: 960 * SECOND,
    events,
    unfelt: [],
    shoppers: aTally(SPAN, visits),
    promises: NO_PROMISES,
    coverage: { modelled: [], aside: [], unknown: [] },
    cost: [],
    predicted: {},
  };
}

import { isDeepStrictEqual } from 'node:util';
import { MINUTE_MS } from '../shared/contract/clock-units';
import { keepHold } from './failover/keep-hold';
import { flushOutbox } from './flush-outbox';
import { sendHeartbeat } from './heartbeat';
import { mergeFacts } from './incident/alarm-facts';
import type { Announcement } from './incident/announcement';
import { decide } from './incident/decide';
import type { Decision } from './incident/decision';
import { turnedMaintenance } from './incident/maintenance';
import type { Observation } from './incident/observation';
import { lookCloser } from './look-closer';
import { droppedBetween, enqueue, isDoubtful } from './outbox/outbox';
import { type Composing, maintenanceEntry, outboxEntries } from './outbox-entry';
import type { Ports } from './ports';
import { type Disorder, StepErrors } from './problems';
import { publishSite, type RunContext } from './publish-site';
import { readErrorPercents } from './read-metrics';
import { reviewsAfter } from './review/review-due';
import { writeReviews } from './review/write-review';
import type { Settings } from './settings';
import type { AlarmFacts } from './state/alarm-facts';
import type { IncidentState } from './state/incident-state';
import type { Outbox } from './state/outbox-entry';
import { updateState } from './update-state';
import { alarmFactsOf } from './wake-up';

/** What a wake-up came to. */
export interface Outcome {
  /** Absent when there was nothing new to say. */
  readonly announcement?: Announcement;
  /** Messages handed to SNS, including those that an earlier wake-up left behind. */
  readonly sent: number;
  /** Of an incident: whether it goes on and people were told all of it, so that they need no other source. */
  readonly inHand?: boolean;
  /** What failed. The rest was done all the same. */
  readonly problems: readonly Error[];
  /** What failed and matters to nobody but readers of the log. */
  readonly warnings: readonly Error[];
  readonly disorder: Readonly<Disorder>;
}

/**
 * One wake-up: see how the alarms stand, decide, tell people, tell shoppers. The event only says *when* to look;
 * DescribeAlarms says what is true.
 */
export async function handleEvent(event: unknown, ports: Ports, settings: Settings): Promise<Outcome> {
  const problems = new StepErrors();
  const context = { ports, settings, problems };
  const observation = await observe(event, context);
  const kept = await problems.run('state', () => decideAndKeep(observation, context));
  // Without the state there is nothing to go by, and a table that hangs would take all the time there is.
  const sent = kept === undefined ? 0 : await followUp(kept.state, context);
  const { all, warnings, disorder } = problems;
  return {
    announcement: kept?.announcement,
    sent,
    inHand: isInHand(kept, problems),
    problems: all,
    warnings,
    disorder,
  };
}

/** Does what the state asks for, each step although an earlier one failed. Returns how many messages it sent. */
async function followUp(state: IncidentState, context: RunContext): Promise<number> {
  const { ports, problems } = context;
  // Most wake-ups have nothing to do, and should cost no more than one look.
  const idle = state.outbox.length === 0;
  const sent = idle ? 0 : await problems.run('messages', () => flushOutbox(ports, problems.disorder));
  const heldSent = state.hold === null ? 0 : await followHold(context);
  await problems.run('site', () => publishSite(context, state));
  // A CloudWatch that says nothing of the alarms would only take the time that the next step needs.
  if (!problems.has('alarms')) {
    await problems.run('review', () => writeReviews(context, state));
  }
  await problems.run('heartbeat', () => sendHeartbeat(context, state));
  return (sent ?? 0) + heldSent;
}

/** What a person holds comes after the messages: a Route 53 that hangs must not delay them. Returns how many it sent. */
async function followHold(context: RunContext): Promise<number> {
  const { ports, problems } = context;
  await problems.run('failover', () => keepHold(context));
  // Whatever could not be sent a moment ago is tried again once a minute, not twice.
  return problems.has('messages')
    ? 0
    : ((await problems.run('messages', () => flushOutbox(ports, problems.disorder))) ?? 0);
}

/** What people hear by. That a page or a review could not be written is no reason to send them plain alarms as well. */
const TELLING = ['alarms', 'state', 'messages'] as const;

/** Undefined without an incident; false in the run that ends one. */
function isInHand(kept: Decision | undefined, problems: StepErrors): boolean | undefined {
  if (kept !== undefined && kept.state.incident === null && kept.announcement === undefined) {
    return undefined;
  }
  // Of a message that may be lost, people may need to hear by another source.
  const isKnownToBeTold = kept?.state.outbox.every((entry) => !isDoubtful(entry));
  return (
    kept?.state.incident != null && isKnownToBeTold === true && !TELLING.some((step) => problems.has(step))
  );
}

function describeAlarms({ ports, settings }: RunContext): Promise<AlarmFacts> {
  return ports.monitoring.describeAlarms(settings.SYMPTOMS.map((symptom) => symptom.alarmName));
}

/**
 * What one wake-up sees. A CloudWatch that hangs takes nine of the function's thirty seconds with each question, so one
 * that says nothing of the alarms is not asked for the error rate, too.
 */
async function observe(event: unknown, context: RunContext): Promise<Observation> {
  const { ports, settings, problems } = context;
  const { SYMPTOMS: symptoms, STORE: store } = settings;
  const described = await problems.run('alarms', () => describeAlarms(context));
  const facts = mergeFacts(described ?? {}, alarmFactsOf(event));
  const isAlarming = symptoms.some(
    ({ kind, alarmName }) => kind === 'edge-errors' && facts[alarmName]?.state === 'ALARM',
  );
  const ask = () => readErrorPercents(ports, symptoms);
  const errorPercents = described && isAlarming ? await problems.runOptional('error rate', ask) : undefined;
  return {
    symptoms,
    facts,
    errorPercents,
    gone: described && symptoms.map(({ alarmName }) => alarmName).filter((name) => facts[name] === undefined),
    standby: store.standby,
    holdMs: store.holdMinutes * MINUTE_MS,
    escalateAfterMs: store.escalationMinutes && store.escalationMinutes * MINUTE_MS,
    targetTimes: store.targets,
  };
}

/** Decides on the newest state and keeps the decision and its message in one write. */
async function decideAndKeep(observation: Observation, context: RunContext): Promise<Decision> {
  const { ports } = context;
  let announcement: Announcement | undefined;
  let dropped: readonly string[] = [];
  const state = await updateState(ports.store, async (before) => {
    const nowMs = ports.now();
    const byAlarms = decide(before, observation, nowMs);
    const look = await lookCloser(byAlarms, observation, context);
    const decision = look === undefined ? byAlarms : decide(before, { ...observation, ...look }, nowMs);
    announcement = decision.announcement;
    const after = await withMessages(before, decision, { ...context, seen: look?.endpoints });
    dropped = droppedBetween(before.outbox, after.outbox);
    return isDeepStrictEqual(before, after) ? before : after;
  });
  noteDropped(context.problems, dropped);
  return { state, announcement };
}

/** The review has them for people who missed them. */
function noteDropped(problems: StepErrors, ids: readonly string[]): void {
  if (ids.length > 0) {
    problems.disorder.dropped += ids.length;
    problems.note(
      'outbox',
      `had no more room, so that nobody gets ${ids.join(', ')}; see why SNS takes no messages`,
    );
  }
}

/** The decided state with the messages that follow from it on their way. */
async function withMessages(
  before: IncidentState,
  { state, announcement }: Decision,
  context: Composing,
): Promise<IncidentState> {
  const entries = turnedMaintenance(before, state).map((window) => maintenanceEntry(window, state, context));
  if (announcement === undefined) {
    return { ...state, outbox: [...entries.reduce<Outbox>(enqueue, state.outbox)] };
  }
  const messages = await outboxEntries(announcement, context);
  const outbox = [...entries, ...messages].reduce<Outbox>(enqueue, state.outbox);
  return { ...state, outbox: [...outbox], reviews: reviewsAfter(state.reviews, announcement) };
}

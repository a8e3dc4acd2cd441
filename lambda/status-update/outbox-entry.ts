import type { Accepted } from './command/outcome';
import type { Hold } from './contract/hold';
import type { Message } from './contract/message';
import type { Symptom } from './contract/symptom';
import type { HoldNews } from './failover/hold-news';
import type { Announcement } from './incident/announcement';
import { type EndpointReport, endpointsToAsk } from './message/checkers';
import { composeMessage } from './message/compose-message';
import { composeDrill } from './message/drill-message';
import { withHeld } from './message/held';
import { composeHold } from './message/hold-message';
import { composeMaintenance } from './message/maintenance-message';
import { withNotice } from './message/notice';
import type { Numbers } from './message/numbers';
import type { RunContext } from './publish-site';
import { readBackground } from './read-background';
import { readCheckers } from './read-checkers';
import { countFailed, readMetrics } from './read-metrics';
import type { Settings } from './settings';
import type { IncidentState } from './state/incident-state';
import type { Maintenance } from './state/maintenance';
import type { OutboxEntry } from './state/outbox-entry';

/** What composing a message needs to know. */
export interface Composing extends RunContext {
  /** What some endpoints' checkers were seen to say a moment ago: they are not asked again. */
  readonly seen?: readonly EndpointReport[];
}

/**
 * An announcement in words and numbers, ready to be sent to on-call, and to the second contact once that is called.
 * Numbers that can't be read are left out, and are no reason to page anybody: the message says what matters.
 */
export async function outboxEntries(
  announcement: Announcement,
  publishing: Composing,
): Promise<readonly [OutboxEntry, ...OutboxEntry[]]> {
  const { incidentId, update, kind, escalatedAtMs } = announcement;
  const entry: OutboxEntry = {
    id: `${incidentId}#${update}`,
    reminder: kind === 'still' || kind === 'nudge',
    leasedUntilMs: 0,
    message: composeMessage(announcement, await numbersOf(announcement, publishing), publishing.settings),
  };
  // An entry of its own for each topic, so that a crash between the two repeats neither.
  return escalatedAtMs === undefined
    ? [entry]
    : [forFirst(announcement, entry), { ...entry, id: `${entry.id}@second-contact`, to: 'second-contact' }];
}

/**
 * On-call's phones rang when it began. That nobody has taken it, and who has in the end, is for the phones of the second
 * contact; on-call reads it.
 */
function forFirst({ kind, overdue }: Announcement, entry: OutboxEntry): OutboxEntry {
  const isForSecond = kind === 'escalated' || kind === 'acknowledged' || overdue?.kind === 'respond';
  return isForSecond ? { ...entry, message: { ...entry.message, quiet: true } } : entry;
}

/** A maintenance window of a state in words, ready to be sent. */
export function maintenanceEntry(
  window: Maintenance,
  { incident, hold }: Pick<IncidentState, 'incident' | 'hold'>,
  { ports, settings }: Pick<RunContext, 'ports' | 'settings'>,
): OutboxEntry {
  const { STORE: store } = settings;
  const message = withHeld(composeMaintenance(window, store, incident?.id), hold, store, ports.now());
  return news(`${window.id}#${window.revision}`, { ...withNotice(message, settings), quiet: true });
}

/** What nobody has just done by hand, and may wait for nobody. */
const CALLS: readonly HoldNews[] = ['again', 'ending', 'over'];

/** A hold in words, ready to be sent. */
export function holdEntry(
  hold: Hold,
  about: HoldNews,
  { settings, nowMs }: { readonly settings: Settings; readonly nowMs: number },
): OutboxEntry {
  const message = withNotice(composeHold(hold, about, { store: settings.STORE, nowMs }), settings);
  const quiet = !CALLS.includes(about);
  const entry = news(`HOLD#${hold.id}#${hold.messages}`, { ...message, ...(quiet && { quiet }) });
  return { ...entry, reminder: about === 'still' };
}

/** A drill in words, ready to be sent. */
export function drillEntry(
  { id, untilMs }: NonNullable<Accepted['drill']>,
  { hold }: Pick<IncidentState, 'hold'>,
  { ports, settings }: Pick<RunContext, 'ports' | 'settings'>,
): OutboxEntry {
  const { STORE: store } = settings;
  const nowMs = ports.now();
  const message = withHeld(composeDrill(untilMs, nowMs, store), hold, store, nowMs);
  return news(`DRILL#${id}`, { ...withNotice(message, settings), quiet: true });
}

function news(id: string, message: Message): OutboxEntry {
  return { id, reminder: false, leasedUntilMs: 0, message };
}

async function numbersOf(announcement: Announcement, publishing: Composing): Promise<Numbers> {
  const { ports, settings, problems, seen } = publishing;
  const { SYMPTOMS: symptoms } = settings;
  if (announcement.wellSinceMs !== undefined) {
    const count = () => countFailed(ports, symptoms, announcement);
    return { readings: [], endpoints: [], failed: await problems.runOptional('metrics', count) };
  }
  const quoted = symptoms.filter(isWorthQuoting(announcement));
  const asked = endpointsToAsk(symptoms, announcement.alarmNames);
  const [readings = [], endpoints, told] = await Promise.all([
    problems.runOptional('metrics', () => readMetrics(ports, quoted)),
    endpointsOf(publishing, asked, seen),
    readBackground(announcement, publishing),
  ]);
  return { readings, endpoints, ...told };
}

async function endpointsOf(
  context: RunContext,
  symptoms: readonly Symptom[],
  seen: readonly EndpointReport[] = [],
): Promise<readonly EndpointReport[]> {
  const known = (symptom: Symptom) => seen.find(({ label }) => label === symptom.label);
  const others = await readCheckers(
    context,
    symptoms.filter((symptom) => known(symptom) === undefined),
  );
  const all = [...seen, ...others];
  return symptoms.flatMap((symptom) => all.find(({ label }) => label === symptom.label) ?? []);
}

/** What fails, and always the error rate and the latency that shoppers meet. */
function isWorthQuoting({ alarmNames }: Announcement): (symptom: Symptom) => boolean {
  return ({ alarmName, kind }) => alarmNames.includes(alarmName) || kind === 'edge-errors' || kind === 'slow';
}

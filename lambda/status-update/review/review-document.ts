import { type Block, type Document, paragraph, type Section, table } from '../../document/document';
import { severityOf } from '../contract/severity';
import { dateTime, duration, lasted } from '../contract/times';
import { targetsOf } from '../incident/targets';
import { describeLoss } from '../message/loss';
import { automation, headline } from '../message/words';
import type { Store } from '../settings';
import type { ReviewDue } from '../state/review-due';
import { communication } from './communication';
import type { Evidence } from './evidence';
import { describeChart, lineChart } from './line-chart';
import { type Milestones, milestones } from './milestones';
import { publicNotes } from './public-note';
import { questions } from './questions';
import { LEAD_IN_MS, timeline } from './timeline';

/**
 * The review of an incident, or the report of a drill: what is recorded, and questions about what only people know. It
 * never names a cause.
 */
export function reviewDocument(
  due: ReviewDue,
  evidence: Evidence,
  store: Store,
  times = milestones(due, evidence, store),
): Document {
  const title = `${due.drill ? 'Drill report' : 'Review'} ${due.incidentId}: ${store.domainName}, ${headline(due.scope)}`;
  return {
    title,
    sections: [
      summary(due, times, store),
      { heading: 'Impact', blocks: impactOf(due, evidence, times, store) },
      { heading: 'Times', blocks: [timesTable(due, times, store)] },
      { heading: 'Charts', blocks: charts(due, evidence, times) },
      { heading: 'Timeline', blocks: timelineBlocks(due, evidence, times) },
      { heading: 'What automation did', blocks: [paragraph(automation(due.scope, store))] },
      communication(due, evidence),
      questions(due.drill),
      ...(due.drill ? [] : publicNotes(due, times, store)),
    ],
  };
}

const PRELIMINARY =
  'Preliminary: every alarm is OK, but the incident is not resolved yet. Wait for the final review, which replaces this one.';

function summary(
  { scope, drill }: ReviewDue,
  { beganMs, recoveredMs, resolvedMs }: Milestones,
  store: Store,
): Section {
  const began = dateTime(beganMs, store.timeZone);
  const length = `It lasted ${lasted(recoveredMs - beganMs)}, from the first failing datapoint, ${began}, to the last alarm's OK.`;
  const kind = drill ? 'a drill' : severityOf(scope);
  return {
    heading: 'Summary',
    blocks: [
      paragraph(`${store.storeName}: ${headline(scope)} (${kind}). ${length}`),
      ...(resolvedMs === undefined ? [paragraph(PRELIMINARY)] : []),
    ],
  };
}

function impactOf(
  due: ReviewDue,
  { failed }: Evidence,
  { beganMs, recoveredMs }: Milestones,
  store: Store,
): Block[] {
  const span = { startedAtMs: beganMs, wellSinceMs: recoveredMs, atMs: lastMoment(due) };
  const loss = describeLoss({ ...span, scope: due.scope }, store, failed);
  return [paragraph(loss === undefined ? 'Nothing was measured.' : `Lost: ${loss}.`)];
}

/** The end of what is reviewed. */
const lastMoment = ({ resolvedAtMs, wellSinceMs }: ReviewDue): number => resolvedAtMs ?? wellSinceMs;

function timesTable(due: ReviewDue, times: Milestones, { timeZone }: Store): Block {
  const after = (ms: number) => duration(ms - times.beganMs);
  const row = (name: string, ms: number | undefined, otherwise: string) =>
    ms === undefined ? [name, otherwise, ''] : [name, dateTime(ms, timeZone), after(ms)];
  const { mitigation } = times;
  return table(
    ['Milestone', 'At', 'After it began'],
    [
      ['Began (first failing datapoint)', dateTime(times.beganMs, timeZone), ''],
      row('Detected (first alarm)', times.detectedMs, ''),
      row('Alerted (first message)', times.alertedMs, 'not known any more'),
      row('Acknowledged (first command of a person)', times.acknowledgedMs, 'nobody gave a command'),
      row(mitigation.name, mitigation.atMs, mitigation.otherwise),
      row('Recovered (every alarm OK)', times.recoveredMs, ''),
      row('Resolved (stayed well)', times.resolvedMs, 'not yet'),
      ...targetRows(due, timeZone),
    ],
  );
}

/** Whether each target of the worst severity was kept. A later round of an incident has targets of its own. */
function targetRows(due: ReviewDue, timeZone: string | undefined): string[][] {
  const metMs = { respond: due.acknowledgedAtMs ?? due.wellSinceMs, mend: due.wellSinceMs };
  return targetsOf(due.targets, severityOf(due.scope)).map((target) => {
    const { kind, severity, minutes, byMs, passedAtMs } = target;
    const isKept = passedAtMs === undefined && metMs[kind] <= byMs;
    return [
      `Target to ${kind} (${severity}, ${minutes} min): ${isKept ? 'kept' : 'passed'}`,
      dateTime(byMs, timeZone),
      duration(byMs - due.startedAtMs),
    ];
  });
}

const MARKS =
  'Shaded: from the first failing datapoint until every alarm was OK. Dotted, with a number: a message to on-call.';

function charts(
  due: ReviewDue,
  { series, messages }: Evidence,
  { beganMs, recoveredMs }: Milestones,
): Block[] {
  const span = { fromMs: beganMs - LEAD_IN_MS, toMs: lastMoment(due) };
  const marks = { fault: { fromMs: beganMs, toMs: recoveredMs }, messages };
  const shown = (['low', 'high'] as const)
    .map((good) => series.filter((one) => one.good === good))
    .filter((group) => group.length > 0);
  return shown.length === 0
    ? [paragraph('No metric could be read.')]
    : [
        paragraph(MARKS),
        ...shown.map(
          (group): Block => ({
            kind: 'chart',
            svg: lineChart(group, span, marks),
            alt: describeChart(group, marks),
          }),
        ),
      ];
}

function timelineBlocks(due: ReviewDue, evidence: Evidence, times: Milestones): Block[] {
  const rows = timeline(due, evidence, times).map(({ atMs, source, text }) => [dateTime(atMs), source, text]);
  const missing = paragraph('The alarm history could not be read; it is left out.');
  return [...(evidence.alarmChanges === undefined ? [missing] : []), table(['At', 'Source', 'What'], rows)];
}

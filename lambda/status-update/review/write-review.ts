import { isDeepStrictEqual } from 'node:util';
import { renderHtml } from '../../document/render-html';
import { renderMarkdown } from '../../document/render-markdown';
import { DAY_MS, MINUTE_MS } from '../../shared/contract/clock-units';
import { LAST_DRILL_KEY } from '../contract/last-drill-key';
import type { Failed } from '../message/loss';
import type { RunContext } from '../publish-site';
import { countFailed } from '../read-metrics';
import { readSeries, readStoreHealth } from '../read-series';
import type { IncidentState } from '../state/incident-state';
import type { ReviewDue } from '../state/review-due';
import { updateState } from '../update-state';
import { drillReport, drillReportKey } from './drill-report';
import type { Evidence } from './evidence';
import { type Milestones, milestones } from './milestones';
import { reviewDocument } from './review-document';
import { isOverdue, reviewKey } from './review-due';

/** How much before the first alarm is read, in milliseconds. */
const MARGIN_MS = 15 * MINUTE_MS;

/** CloudWatch keeps one-minute values for 15 days, and answers at most 100,800 of them at once. */
const MAX_SPAN_MS = 7 * DAY_MS;

/**
 * Writes the reviews that are due, and takes each off the list once it is written or a day late, unless a newer one of
 * the same incident is due by then. A crash in between writes the same review again under the same key.
 */
export async function writeReviews(publishing: RunContext, state: IncidentState): Promise<void> {
  const { store, now } = publishing.ports;
  for (const due of state.reviews) {
    if (!isOverdue(due, now())) {
      await writeReview(due, state, publishing);
    }
    await updateState(store, (newest) => ({
      ...newest,
      reviews: newest.reviews.filter((review) => !isDeepStrictEqual(review, due)),
    }));
  }
}

async function writeReview(due: ReviewDue, state: IncidentState, publishing: RunContext): Promise<void> {
  const { ports, settings } = publishing;
  const { STORE: store } = settings;
  const seen = await evidenceOf(due, state, publishing);
  const times = milestones(due, seen, store);
  const evidence = { ...seen, failed: await failedOf(due, times, publishing) };
  const document = reviewDocument(due, evidence, store, times);
  const key = reviewKey(due.incidentId);
  const html = { body: renderHtml(document), contentType: 'text/html; charset=utf-8' };
  const markdown = { body: renderMarkdown(document), contentType: 'text/markdown; charset=utf-8' };
  await ports.records.write({ key, ...html });
  await ports.records.write({ key: key.replace(/\.html$/, '.md'), ...markdown });
  if (due.drill && due.resolvedAtMs !== null) {
    const report = { body: drillReport(due, times, store), contentType: 'application/json' };
    await ports.records.write({ key: drillReportKey(due.incidentId), ...report });
    await ports.records.write({ key: LAST_DRILL_KEY, ...html });
  }
}

/** What CloudWatch can't tell is left out: a review with gaps is better than none. */
async function evidenceOf(
  due: ReviewDue,
  state: IncidentState,
  publishing: RunContext,
): Promise<Omit<Evidence, 'failed'>> {
  const { ports, settings, problems } = publishing;
  const { startedAtMs, wellSinceMs } = due;
  const toMs = due.resolvedAtMs ?? wellSinceMs;
  const span = { fromMs: Math.max(startedAtMs - MARGIN_MS, toMs - MAX_SPAN_MS), toMs };
  // An alarm that has not changed since then has no history to read; there may be a hundred of them.
  const names = settings.SYMPTOMS.map(({ alarmName }) => alarmName).filter(
    (name) => (state.alarms[name]?.sinceMs ?? toMs) >= span.fromMs,
  );
  const [alarmChanges, series = [], storeHealth] = await Promise.all([
    problems.run('alarm history', () => ports.monitoring.alarmHistory(names, span)),
    problems.run('review metrics', () => readSeries(publishing, span)),
    problems.run('store health', () => readStoreHealth(publishing, span)),
  ]);
  return {
    alarmChanges,
    series,
    storeHealth,
    messages: state.messages.filter(({ incidentId }) => incidentId === due.incidentId),
    told: state.history.filter(({ subjectId }) => subjectId === due.incidentId).toReversed(),
  };
}

/** Counted from where everything else in the review begins. */
function failedOf(
  due: ReviewDue,
  { beganMs, recoveredMs }: Milestones,
  { ports, settings, problems }: RunContext,
): Promise<Failed | undefined> {
  const span = { startedAtMs: beganMs, wellSinceMs: recoveredMs, atMs: due.resolvedAtMs ?? recoveredMs };
  return problems.run('failed requests', () => countFailed(ports, settings.SYMPTOMS, span));
}

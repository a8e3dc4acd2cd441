import type { Evidence } from '../../../../lambda/status-update/review/evidence';
import type { LoggedMessage } from '../../../../lambda/status-update/state/logged-message';
import type { ReviewDue } from '../../../../lambda/status-update/state/review-due';

/** The epoch of a time of day on 1 March 2025, UTC. */
export const at = (time: string): number => Date.parse(`2025-03-01T${time}:00Z`);

/** A store that was down from 09:57 to 10:20 UTC, but with `changes`. */
export const simpleReviewDue = (changes: Partial<ReviewDue> = {}): ReviewDue => ({
  incidentId: 'INC-20250301-07',
  scope: { kind: 'store-down', labels: ['store'] },
  startedAtMs: at('09:57'),
  alarmedAtMs: at('09:57'),
  wellSinceMs: at('10:20'),
  resolvedAtMs: at('10:25'),
  acknowledgedAtMs: null,
  updates: 4,
  drill: false,
  deployment: null,
  ...changes,
});

/** Nothing but what `changes` says. */
export const simpleEvidence = (changes: Partial<Evidence> = {}): Evidence => ({
  alarmChanges: [],
  series: [],
  messages: [],
  told: [],
  ...changes,
});

/** Something that shoppers and on-call were told. */
export const told = (
  time: string,
  status: 'investigating' | 'resolved',
  text?: string,
): Evidence['told'][number] => ({
  sequence: 1,
  subjectId: 'INC-20250301-07',
  status,
  kind: 'store-down',
  startedAtMs: at('09:57'),
  atMs: at(time),
  texts: text === undefined ? null : { en: text },
});

/** A message to on-call that promises the next one, if any. */
export const sent = (
  time: string,
  update: number,
  kind: LoggedMessage['kind'],
  next?: string,
): LoggedMessage => ({
  incidentId: 'INC-20250301-07',
  update,
  kind,
  atMs: at(time),
  nextUpdateAtMs: next === undefined ? null : at(next),
});

/** Percentages by time of day. */
export const series = (
  good: 'high' | 'low',
  values: Readonly<Record<string, number>>,
): Evidence['series'][number] => ({
  name: good === 'low' ? 'responses with 5xx' : 'checkers that see home healthy',
  good,
  values: new Map(Object.entries(values).map(([time, value]) => [at(time), value])),
});

import type { Symptom } from '../contract/symptom';
import type { Incident } from '../state/incident-state';
import type { Affecting, Failing } from './impact';

/**
 * From which share of 5xx responses on nearly nobody gets past them, in percent. Far from 100, because pages that wait
 * ask CloudFront for `status.json`, and these good responses count too: in the rehearsal a store that fails every request
 * measures about 45 % in its first minutes and 22 % later, one that fails three of ten 16 %.
 */
const OUTAGE_PERCENT = 40;

/** One bad minute may be one unlucky shopper at night. */
const OUTAGE_MINUTES = 2;

/** What else decides about errors at the edge. */
export interface EdgeContext {
  readonly incident: Pick<Incident, 'told' | 'wellSinceMs'> | null;
  /** The symptom of errors at the edge, whether or not its alarm has come. @default - nobody watches for them */
  readonly edge?: Symptom | undefined;
  /** Whether there is a standby that Route 53 answers with while the store is down. @default false */
  readonly standby?: boolean;
}

/**
 * The symptoms as they count: errors at the edge are an outage when enough responses are errors, also before their own
 * alarm comes. It stays one until the alarms are OK, because the rate falls with each shopper who waits, whether or not
 * anybody gets through. Once a standby serves, the errors of the minutes before it are over, and only new ones count.
 *
 * @param errorPercents the share of 5xx responses in each of the last minutes, the newest last
 */
export function weighEdgeErrors(
  symptoms: readonly Failing[],
  errorPercents: readonly number[],
  { incident, edge, standby = false }: EdgeContext,
): readonly Affecting[] {
  const isOnStandby = standby && symptoms.some(({ kind }) => kind === 'store-down');
  const many = errorPercents.filter((percent) => percent >= OUTAGE_PERCENT).length >= OUTAGE_MINUTES;
  const measured = many && (!isOnStandby || (errorPercents.at(-1) ?? 0) >= OUTAGE_PERCENT);
  const lasts = !isOnStandby && incident?.told.kind === 'edge-outage' && incident.wellSinceMs === null;
  const isKnown = symptoms.some(({ kind }) => kind === 'edge-errors');
  const early: readonly Failing[] = measured && edge && !isKnown ? [{ ...edge, early: true }] : [];
  return [...symptoms, ...early].map((symptom) =>
    symptom.kind === 'edge-errors' && (measured || lasts) ? { ...symptom, kind: 'edge-outage' } : symptom,
  );
}

import type { Observation } from './incident/decide';
import type { Decision } from './incident/decision';
import { severityOf } from './incident/severity';
import { type EndpointReport, endpointsToWatch, isFailing } from './message/checkers';
import type { Publishing } from './publish-site';
import { readCheckers } from './read-checkers';
import { readErrorPercents } from './read-metrics';

/** What was seen beside the alarms. */
export interface CloserLook extends Pick<Observation, 'errorPercents' | 'failingNow'> {
  /** What the checkers were seen to say, for the message. */
  readonly endpoints: readonly EndpointReport[];
}

/**
 * Alarms have phases: the one that changes first need not be the worst, and one that is OK may be a minute behind. So
 * where a message begins or ends something, the checkers themselves are asked first. Undefined where nothing hangs on
 * it: Route 53 answers few questions a second.
 *
 * @param decision what the alarms alone would come to
 */
export async function lookCloser(
  { announcement }: Decision,
  observation: Observation,
  context: Publishing,
): Promise<CloserLook | undefined> {
  const { ports, settings, problems } = context;
  if (announcement === undefined) {
    return undefined;
  }
  const { kind, scope } = announcement;
  const begins = (kind === 'opened' || kind === 'relapsed') && severityOf(scope.kind) !== 'SEV1';
  if (!begins && kind !== 'recovered') {
    return undefined;
  }
  const symptoms = endpointsToWatch(settings.SYMPTOMS, announcement.alarmNames);
  const ask = () => readErrorPercents(ports, settings.SYMPTOMS);
  // One that said nothing of the alarms would only take time.
  const asked = begins && !problems.has('alarms');
  const [endpoints, errorPercents] = await Promise.all([
    readCheckers(context, symptoms),
    asked ? (observation.errorPercents ?? problems.tolerate('error rate', ask)) : undefined,
  ]);
  const failing = endpoints.filter(({ reports }) => isFailing(reports)).map(({ label }) => label);
  const failingNow = symptoms.filter(({ label }) => failing.includes(label));
  return { endpoints, errorPercents, failingNow: failingNow.map(({ alarmName }) => alarmName) };
}

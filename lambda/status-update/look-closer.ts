import { SCOPE_KINDS } from './contract/severity';
import type { Symptom } from './contract/symptom';
import { watchesEndpoint } from './contract/symptom';
import type { Announcement } from './incident/announcement';
import type { Decision } from './incident/decision';
import type { Observation } from './incident/observation';
import {
  type EndpointReport,
  endpointsToWatch,
  isFailing,
  MAX_WATCHED,
  portsToWatch,
} from './message/checkers';
import { passesNow } from './message/passing';
import type { RunContext } from './publish-site';
import { readCheckers } from './read-checkers';
import { readErrorPercents } from './read-metrics';
import { readFirstSign } from './read-series';
import type { AnnouncementKind } from './state/announcement-kind';

/** What was seen beside the alarms. */
export interface CloserLook
  extends Pick<Observation, 'errorPercents' | 'failingNow' | 'firstSignMs' | 'passesNow'> {
  /** What the checkers were seen to say, for the message. */
  readonly endpoints: readonly EndpointReport[];
}

/** What would be worse than before, or call somebody else: no news once the checkers pass and the alarms lag behind. */
const MAY_BE_OVER: readonly AnnouncementKind[] = ['changed', 'escalated', 'overdue'];

/**
 * Alarms have phases: the one that changes first need not be the worst, and one that is OK may be a minute behind. So
 * where a message begins or ends something, says that it is worse or calls the second contact, the checkers themselves are
 * asked first, and the metrics, when it began.
 * Undefined where nothing hangs on it: Route 53 answers few questions a second.
 *
 * @param decision what the alarms alone would come to
 */
export async function lookCloser(
  { announcement }: Decision,
  observation: Observation,
  context: RunContext,
): Promise<CloserLook | undefined> {
  const { ports, settings, problems } = context;
  if (announcement === undefined) {
    return undefined;
  }
  const { kind, scope, alarmedAtMs } = announcement;
  if (MAY_BE_OVER.includes(kind)) {
    return lookWhetherOver(announcement, observation, context);
  }
  const begins = kind === 'opened' || kind === 'relapsed';
  if (!begins && kind !== 'recovered') {
    return undefined;
  }
  const isWorst = begins && scope.kind === SCOPE_KINDS[0];
  const symptoms = isWorst ? [] : toWatch(settings.SYMPTOMS, announcement.alarmNames);
  // One that said nothing of the alarms would only take time.
  const isSilent = problems.has('alarms');
  const askRate = () => readErrorPercents(ports, settings.SYMPTOMS);
  const askSign = () => readFirstSign(context, alarmedAtMs);
  const [endpoints, errorPercents, firstSignMs] = await Promise.all([
    readCheckers(context, symptoms),
    isSilent || isWorst || !begins
      ? observation.errorPercents
      : (observation.errorPercents ?? problems.runOptional('error rate', askRate)),
    isSilent || kind === 'relapsed' ? undefined : problems.runOptional('first sign', askSign),
  ]);
  return { endpoints, errorPercents, firstSignMs, failingNow: failingOf(symptoms, endpoints) };
}

/** The ports first: theirs is the worst news. */
const toWatch = (symptoms: readonly Symptom[], alarmNames: readonly string[]): readonly Symptom[] =>
  [...portsToWatch(symptoms), ...endpointsToWatch(symptoms, alarmNames)].slice(0, MAX_WATCHED);

async function lookWhetherOver(
  announcement: Announcement,
  { errorPercents, firstSignMs }: Observation,
  context: RunContext,
): Promise<CloserLook> {
  const { kind, alarmNames } = announcement;
  const symptoms = toWatch(context.settings.SYMPTOMS, alarmNames);
  const endpoints = await readCheckers(context, symptoms);
  // An endpoint that nobody could ask about may fail.
  const isKnown = ({ label }: Symptom) => endpoints.some((endpoint) => endpoint.label === label);
  const failing = context.settings.SYMPTOMS.filter(
    (symptom) => watchesEndpoint(symptom) && alarmNames.includes(symptom.alarmName),
  );
  const passes = [...symptoms, ...failing].every(isKnown) && passesNow(announcement, { endpoints });
  // What was seen beside the alarms when it began may still be so.
  const failingNow = kind === 'changed' ? failingOf(symptoms, endpoints) : undefined;
  return { endpoints, errorPercents, firstSignMs, failingNow, passesNow: passes };
}

/** Names of the alarms whose endpoints fail. */
function failingOf(symptoms: readonly Symptom[], endpoints: readonly EndpointReport[]): readonly string[] {
  const failing = endpoints.filter(({ reports }) => isFailing(reports)).map(({ label }) => label);
  return symptoms.filter(({ label }) => failing.includes(label)).map(({ alarmName }) => alarmName);
}

import type { Symptom } from '../contract/symptom';
import { watchesEndpoint } from '../contract/symptom';
import { describeFailures } from './checker-words';

/** What one Route 53 health checker saw last. */
export interface CheckerReport {
  /** Where the checker stands, such as `eu-west-1`. */
  readonly region: string;
  readonly passed: boolean;
  /** Why it fails, in its own words, such as `HTTP Status Code 500, Internal Server Error`. @default - it did not say */
  readonly failure?: string;
}

/** What the checkers of one endpoint saw last. */
export interface EndpointReport {
  /** The endpoint's name. */
  readonly label: string;
  /** One per checker. At least one. */
  readonly reports: readonly CheckerReport[];
}

/** Route 53 answers few questions a second, shared with everything else in the account; and nobody reads more. */
const MAX_ENDPOINTS = 3;

/** Endpoints that are asked about before something is told: Route 53 answers five requests a second. */
export const MAX_WATCHED = 5;

/** What the alarms of endpoints say that close the store, or would if slowness did. */
const CRITICAL: readonly Symptom['kind'][] = ['store-down', 'store-failing'];

/** Above which share of checkers that pass Route 53 considers an endpoint healthy, in percent. */
const HEALTHY_ABOVE_PERCENT = 18;

/** The endpoints whose checkers tell most: those that fail; else the critical ones, whether they fail or not. */
export function endpointsToAsk(
  symptoms: readonly Symptom[],
  alarmNames: readonly string[],
): readonly Symptom[] {
  const endpoints = symptoms.filter(watchesEndpoint);
  const failing = endpoints.filter(({ alarmName }) => alarmNames.includes(alarmName));
  const critical = endpoints.filter(({ kind }) => kind !== 'endpoint-down');
  return (failing.length > 0 ? failing : critical).slice(0, MAX_ENDPOINTS);
}

/** The endpoints that close the store, those that people rate as bad as that, and those behind some alarms. */
export function endpointsToWatch(
  symptoms: readonly Symptom[],
  alarmNames: readonly string[],
): readonly Symptom[] {
  return symptoms
    .filter(watchesEndpoint)
    .filter(
      ({ alarmName, kind, severity }) =>
        CRITICAL.includes(kind) || severity === 'SEV1' || alarmNames.includes(alarmName),
    )
    .slice(0, MAX_WATCHED);
}

/** The ports that close the store, where only these do, each as the symptom that their failure comes to. */
export function portsToWatch(symptoms: readonly Symptom[]): readonly Symptom[] {
  return symptoms.flatMap(({ portChecks = [], ...symptom }) =>
    portChecks.map((HealthCheckId) => ({
      ...symptom,
      metric: { ...symptom.metric, dimensions: { HealthCheckId } },
    })),
  );
}

/**
 * Whether Route 53 would call an endpoint unhealthy by what its checkers saw last.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export function isFailing(reports: readonly CheckerReport[]): boolean {
  const passing = reports.filter(({ passed }) => passed).length;
  return reports.length > 0 && passing * 100 <= reports.length * HEALTHY_ABOVE_PERCENT;
}

/**
 * How many checkers of each endpoint fail, where and why:
 * `home: 14 of 16 fail in 7 of 8 regions (not us-west-2): HTTP Status Code 500`.
 */
export function describeCheckers(endpoints: readonly EndpointReport[]): readonly string[] {
  const labels = new Map<string, string[]>();
  for (const { label, reports } of endpoints) {
    const text = describeReports(reports);
    labels.set(text, [...(labels.get(text) ?? []), label]);
  }
  return [...labels].map(([text, names]) => `${names.join(', ')}: ${text}`);
}

function describeReports(reports: readonly CheckerReport[]): string {
  const failing = reports.filter(({ passed }) => !passed);
  if (failing.length === 0) {
    return `all ${reports.length} pass`;
  }
  const words = describeFailures(failing.map(({ failure }) => failure));
  const places = describePlaces(reports, failing);
  return `${failing.length} of ${reports.length} fail in ${places}${words === '' ? '' : `: ${words}`}`;
}

/** How many regions, and the shorter of two lists: where checkers fail, or where none does. */
function describePlaces(reports: readonly CheckerReport[], failing: readonly CheckerReport[]): string {
  const regions = [...new Set(reports.map(({ region }) => region))].sort();
  const bad = regions.filter((place) => failing.some(({ region }) => region === place));
  const good = regions.filter((place) => !bad.includes(place));
  if (good.length === 0) {
    return 'all regions';
  }
  const names = good.length < bad.length ? `not ${good.join(', ')}` : bad.join(', ');
  return `${bad.length} of ${regions.length} regions (${names})`;
}

import type { Symptom } from './contract/symptom';
import { MAX_SYMPTOMS, type Settings } from './settings';

/** How the names of endpoints' alarms end. */
const SUFFIX = '-down';

/**
 * The symptoms that are known, and of endpoints those whose alarms somebody has heard of: without them an incident
 * of an endpoint would be called over. Whether an endpoint is critical its alarm's name doesn't tell, so it is taken
 * for one that closes nothing; a store that is down has an alarm of its own, which is always known.
 */
export function withRemembered(settings: Settings, alarmNames: readonly string[]): readonly Symptom[] {
  const {
    SYMPTOMS: known,
    STORE: { domainName },
  } = settings;
  const prefix = `${domainName}-`;
  const endpoints = [...new Set(alarmNames)]
    .filter((name) => name.startsWith(prefix) && name.endsWith(SUFFIX))
    .filter((name) => !known.some(({ alarmName }) => alarmName === name))
    .map((alarmName) => endpointDown(alarmName, alarmName.slice(prefix.length, -SUFFIX.length)));
  return [...known, ...endpoints].slice(0, MAX_SYMPTOMS);
}

/** Without the id of its health check there are no checkers to ask, and no values to quote. */
function endpointDown(alarmName: string, label: string): Symptom {
  const metric = {
    namespace: 'AWS/Route53',
    name: 'HealthCheckStatus',
    dimensions: {},
    statistic: 'Minimum',
  };
  return { alarmName, kind: 'endpoint-down', watches: 'endpoint', label, metric };
}

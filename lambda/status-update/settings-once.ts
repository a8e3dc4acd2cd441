import type { Symptom } from './contract/symptom';
import { type FoundSettings, findSettings, type SettingsSource } from './find-settings';
import type { StateStore } from './ports';
import type { StepErrors } from './problems';
import { MAX_SYMPTOMS, type Settings } from './settings';
import { alarmFactsOf } from './wake-up';

/** Where settings come from. */
export interface SettingsOrigins {
  readonly source: SettingsSource;
  /** Knows the names of alarms. */
  readonly state: Pick<StateStore, 'load'>;
}

/** The settings of the deployment, read once in the life of a function's instance; until that succeeds, what there is. */
export class SettingsOnce {
  private found: FoundSettings | undefined;

  constructor(
    private readonly essentials: Settings,
    private readonly origins: SettingsOrigins,
  ) {}

  /** Never fails. What had to be left out is a problem that somebody has to hear of. */
  async find(event: unknown, problems: StepErrors): Promise<Settings> {
    if (this.found?.from !== 'the deployment') {
      this.found = await findSettings(this.essentials, this.origins.source, problems);
    }
    const { settings, from } = this.found;
    if (from === 'the deployment') {
      return settings;
    }
    const because = `${settings.SETTINGS_KEY} of the records bucket can't be read, so those of ${from} serve`;
    await problems.run('settings', () => Promise.reject(new Error(because)));
    return this.withKnownAlarms(settings, event, problems);
  }

  private async withKnownAlarms(settings: Settings, event: unknown, problems: StepErrors): Promise<Settings> {
    const state = await problems.runOptional('state', () => this.origins.state.load());
    const names = [...Object.keys(state?.alarms ?? {}), ...Object.keys(alarmFactsOf(event))];
    return { ...settings, SYMPTOMS: [...withRemembered(settings, names)] };
  }
}

/** How the names of endpoints' alarms end. */
const SUFFIX = '-down';

/**
 * The symptoms that are known, and of endpoints those whose alarms somebody has heard of: without them an incident
 * of an endpoint would be called over. Whether an endpoint is critical its alarm's name doesn't tell, so it is taken
 * for one that closes nothing; a store that is down has an alarm of its own, which is always known.
 */
function withRemembered(settings: Settings, alarmNames: readonly string[]): readonly Symptom[] {
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

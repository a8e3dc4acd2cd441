import { type FoundSettings, findSettings, type SettingsSource } from './find-settings';
import type { StateStore } from './ports';
import type { Problems } from './problems';
import { withRemembered } from './remembered-symptoms';
import type { Settings } from './settings';
import { factsInEvent } from './wake-up';

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
  async find(event: unknown, problems: Problems): Promise<Settings> {
    if (this.found?.from !== 'the deployment') {
      this.found = await findSettings(this.essentials, this.origins.source, problems);
    }
    const { settings, from } = this.found;
    if (from === 'the deployment') {
      return settings;
    }
    const because = `${settings.SETTINGS_KEY} of the records bucket can't be read, so those of ${from} serve`;
    await problems.collect('settings', () => Promise.reject(new Error(because)));
    return this.withKnownAlarms(settings, event, problems);
  }

  private async withKnownAlarms(settings: Settings, event: unknown, problems: Problems): Promise<Settings> {
    const state = await problems.tolerate('state', () => this.origins.state.load());
    const names = [...Object.keys(state?.alarms ?? {}), ...Object.keys(factsInEvent(event))];
    return { ...settings, SYMPTOMS: [...withRemembered(settings, names)] };
  }
}

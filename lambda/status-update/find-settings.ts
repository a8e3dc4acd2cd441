import type { StepErrors } from './problems';
import { type Settings, withDeployed } from './settings';

/** Settings as text, and what they are the settings of. */
export interface SettingsCopy {
  readonly version: string;
  readonly text: string;
}

/** Where settings are that the environment has no room for. */
export interface SettingsSource {
  /** What this function was deployed with. */
  deployed(): Promise<string>;
  /** The last that could be read, maybe by an earlier deployment's function; undefined when there were none. */
  remembered(): Promise<SettingsCopy | undefined>;
  remember(copy: SettingsCopy): Promise<void>;
}

/** Settings, and whether they are all that there is to find, so that nobody has to look again. */
export interface FoundSettings {
  readonly settings: Settings;
  readonly from: 'the deployment' | 'an earlier deployment' | 'the environment';
}

/** What messages say while settings are short of something. */
export const NOTICES = {
  earlier: "of an earlier deployment, as the present ones can't be read",
  environment:
    "can't be read; missing here: which endpoints are critical or rated, what their checkers see, contacts, what it costs",
} as const;

/**
 * The settings: those of the deployment, else the last known good ones, else what stands in the environment. So the
 * announcer speaks, and says what it lacks, also while S3 or DynamoDB or both don't answer.
 *
 * @param essentials what the environment says
 */
export async function findSettings(
  essentials: Settings,
  source: SettingsSource,
  problems: StepErrors,
): Promise<FoundSettings> {
  const read = await problems.runOptional('settings', async () => {
    const text = await source.deployed();
    return { text, settings: withDeployed(essentials, text) };
  });
  if (read !== undefined) {
    const copy = { version: versionOf(essentials), text: read.text };
    await problems.runOptional('copy of the settings', () => source.remember(copy));
    return { settings: read.settings, from: 'the deployment' };
  }
  const remembered = await problems.runOptional('copy of the settings', () => recall(essentials, source));
  return remembered ?? { settings: { ...essentials, NOTICE: NOTICES.environment }, from: 'the environment' };
}

async function recall(essentials: Settings, source: SettingsSource): Promise<FoundSettings | undefined> {
  const copy = await source.remembered();
  if (copy === undefined) {
    return undefined;
  }
  const settings = withDeployed(essentials, copy.text);
  return copy.version === versionOf(essentials)
    ? { settings, from: 'the deployment' }
    : { settings: { ...settings, NOTICE: NOTICES.earlier }, from: 'an earlier deployment' };
}

/** Two deployments may say the same of other health checks. */
function versionOf({ SETTINGS_KEY: key, SETTINGS_IDS: ids }: Settings): string {
  return `${key} ${ids}`;
}

import type { IncidentState } from './incident/incident-state';
import type { Ports } from './ports';
import type { Problems } from './problems';
import type { Settings } from './settings';
import { type PendingFile, siteFiles } from './site/site-files';
import { updateState } from './update-state';

/** Writers that overtake each other settle after one more write; the schedule heals the rest. */
const MAX_ROUNDS = 3;

const MINUTE_MS = 60_000;

/** How often `status.json` is written anew although nothing changed: readers distrust one that is old. */
const REFRESH_MINUTES = 5;

/** What writing needs to know. */
export interface Publishing {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly problems: Problems;
}

/**
 * Brings the emergency site up to date with the newest state, again if the state changed meanwhile, so that the last
 * writer is right. What is not known to be written stays due for the next wake-up. `seen` saves a look at the state.
 */
export async function publishSite(publishing: Publishing, seen?: IncidentState): Promise<void> {
  const { store, now } = publishing.ports;
  let state = seen ?? (await store.load());
  for (let round = 0; round < MAX_ROUNDS && state.published < state.sequence; round += 1) {
    await writeAll(state, publishing);
    const newest = await store.load();
    if (newest.sequence === state.sequence) {
      return;
    }
    state = newest;
  }
  if (isRefreshDue(now())) {
    await write(filesOf(state, publishing).slice(0, 1), publishing);
  }
}

async function writeAll(state: IncidentState, publishing: Publishing): Promise<void> {
  if (await write(filesOf(state, publishing), publishing)) {
    await updateState(publishing.ports.store, (newest) =>
      newest.published < state.sequence ? { ...newest, published: state.sequence } : newest,
    );
  }
}

function filesOf(state: IncidentState, { ports, settings }: Publishing): readonly PendingFile[] {
  return siteFiles(state, settings.STORE, ports.now());
}

/** Whether all of them were written. */
async function write(files: readonly PendingFile[], { ports, problems }: Publishing): Promise<boolean> {
  const before = problems.all.length;
  await Promise.all(
    files.map(({ name, render }) => problems.collect(name, async () => ports.site.write(render()))),
  );
  return problems.all.length === before;
}

function isRefreshDue(nowMs: number): boolean {
  return Math.floor(nowMs / MINUTE_MS) % REFRESH_MINUTES === 0;
}

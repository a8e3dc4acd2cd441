import { MINUTE_MS } from '../shared/contract/clock-units';
import type { Ports } from './ports';
import type { StepErrors } from './problems';
import type { Settings } from './settings';
import { type PendingFile, siteFiles } from './site/site-files';
import type { IncidentState } from './state/incident-state';
import { updateState } from './update-state';

/** Writers that overtake each other settle after one more write; the schedule heals the rest. */
const MAX_ROUNDS = 3;

/**
 * How often `status.json` is rewritten although nothing changed: readers distrust an old one. After a change, all files
 * are rewritten, once or twice.
 */
const REFRESH_MINUTES = 5;

/** The sequence number of a site that shows no state yet. */
const NOTHING = -1;

/** What writing needs to know. */
export interface RunContext {
  readonly ports: Ports;
  readonly settings: Settings;
  readonly problems: StepErrors;
}

/**
 * Brings the emergency site up to date with the newest state, again if the state changed meanwhile: the run that changed it
 * may have written before our files arrived, and the last writer must be right. What is not known to be written stays
 * due for the next wake-up. `seen` saves a look at the state.
 */
export async function publishSite(publishing: RunContext, seen?: IncidentState): Promise<void> {
  const { store } = publishing.ports;
  let state = seen ?? (await store.load());
  let files = filesDue(state, publishing);
  for (let round = 0; round < MAX_ROUNDS && files.length > 0; round += 1) {
    await writeAndNote(files, state, publishing);
    const newest = await store.load();
    if (newest.sequence === state.sequence) {
      return;
    }
    state = newest;
    files = filesOf(state, publishing);
  }
  if (files.length > 0) {
    await updateState(store, (newest) => ({ ...newest, published: NOTHING }));
  }
}

/** All files after a change, and some now and then. */
function filesDue(state: IncidentState, publishing: RunContext): readonly PendingFile[] {
  const nowMs = publishing.ports.now();
  if (state.published < state.sequence) {
    return filesOf(state, publishing);
  }
  if (!isRefreshDue(nowMs)) {
    return [];
  }
  // A run that died may have left old ones behind newer ones.
  const isFresh = nowMs - (state.history[0]?.atMs ?? 0) < 2 * REFRESH_MINUTES * MINUTE_MS;
  return filesOf(state, publishing).slice(0, isFresh ? undefined : 1);
}

async function writeAndNote(
  files: readonly PendingFile[],
  state: IncidentState,
  publishing: RunContext,
): Promise<void> {
  if ((await write(files, publishing)) && state.published < state.sequence) {
    await updateState(publishing.ports.store, (newest) =>
      newest.published < state.sequence ? { ...newest, published: state.sequence } : newest,
    );
  }
}

function filesOf(state: IncidentState, { ports, settings }: RunContext): readonly PendingFile[] {
  return siteFiles(state, settings.STORE, ports.now());
}

/** Whether all of them were written. */
async function write(files: readonly PendingFile[], { ports, problems }: RunContext): Promise<boolean> {
  const before = problems.all.length;
  await Promise.all(
    files.map(({ name, render }) => problems.run(name, async () => ports.site.write(render()))),
  );
  return problems.all.length === before;
}

function isRefreshDue(nowMs: number): boolean {
  return Math.floor(nowMs / MINUTE_MS) % REFRESH_MINUTES === 0;
}

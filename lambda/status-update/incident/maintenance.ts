import { englishOnly } from '../contract/texts';
import type { IncidentState } from '../state/incident-state';
import type { Maintenance } from '../state/maintenance';
import type { ShopperUpdate } from '../state/shopper-update';
import { addUpdate } from './shopper-update';

/** Windows that the calendar keeps. At most one of them is open. */
const MAX_WINDOWS = 5;

/** The window that lasts now, if any. Outages during it are expected and open no incident. */
export function currentMaintenance({
  maintenance,
}: Pick<IncidentState, 'maintenance'>): Maintenance | undefined {
  return maintenance.find(({ status }) => status === 'in_progress');
}

/** The window that lasts now, or else the next one. */
export function openMaintenance(state: Pick<IncidentState, 'maintenance'>): Maintenance | undefined {
  return currentMaintenance(state) ?? state.maintenance.find(({ status }) => status === 'scheduled');
}

/** The state after one window was added or changed; shoppers hear of it when its status is new. */
export function putMaintenance(state: IncidentState, window: Maintenance, nowMs: number): IncidentState {
  const before = state.maintenance.find(({ id }) => id === window.id);
  const others = state.maintenance.filter(({ id }) => id !== window.id);
  const over = isOver(window);
  const changed = {
    ...window,
    texts: over ? englishOnly(window.texts) : window.texts,
    revision: before === undefined ? 0 : before.revision + 1,
    changedAtMs: nowMs,
  };
  // The one that changed last in front: the others are over, and the oldest news is forgotten first.
  const maintenance = [changed, ...others].slice(0, MAX_WINDOWS);
  const sequence = state.sequence + 1;
  const update: ShopperUpdate = {
    sequence,
    subjectId: window.id,
    status: window.status,
    kind: 'maintenance',
    startedAtMs: window.startMs,
    atMs: nowMs,
    // What was said of it speaks of work to come.
    texts: over ? null : englishOnly(window.texts),
  };
  return { ...state, maintenance, sequence, history: addUpdate(state.history, update) };
}

/** When the last planned work was over; 0 when there was none. */
export function lastMaintenanceEnd({ maintenance }: IncidentState): number {
  return Math.max(0, ...maintenance.filter(({ status }) => status === 'completed').map(({ endMs }) => endMs));
}

/** The windows that began or ended from one state to the next. */
export function turnedMaintenance(before: IncidentState, after: IncidentState): readonly Maintenance[] {
  return after.maintenance.filter(
    ({ id, status }) => before.maintenance.find((window) => window.id === id)?.status !== status,
  );
}

/** The state once time has opened and closed the windows that it should. */
export function advanceMaintenance(state: IncidentState, nowMs: number): IncidentState {
  return state.maintenance.reduceRight((advanced, window) => {
    const status = statusAt(window, nowMs);
    return status === window.status ? advanced : putMaintenance(advanced, { ...window, status }, nowMs);
  }, state);
}

/** Whether a window is behind us, or will not come. */
export function isOver({ status }: Maintenance): boolean {
  return status === 'completed' || status === 'cancelled';
}

function statusAt(window: Maintenance, nowMs: number): Maintenance['status'] {
  const { status, startMs, endMs } = window;
  if (isOver(window) || nowMs < startMs) {
    return status;
  }
  return nowMs < endMs ? 'in_progress' : 'completed';
}

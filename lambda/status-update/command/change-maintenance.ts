import { DAY_MS } from '../../shared/contract/clock-units';
import type { Command } from '../contract/command';
import { countOne, dailyId } from '../incident/daily-number';
import { advanceMaintenance, openMaintenance, putMaintenance } from '../incident/maintenance';
import type { IncidentState } from '../state/incident-state';
import type { Maintenance } from '../state/maintenance';
import type { CommandOutcome } from './outcome';

/** Longest mute of an alarm, and so the longest window. */
const MAX_DAYS = 15;

/** Plans a window, or begins it when its start is now. One at a time. */
export function openMaintenanceWindow(
  state: IncidentState,
  { id: commandId, startMs, endMs, texts }: Extract<Command, { kind: 'open-maintenance' }>,
  nowMs: number,
): CommandOutcome {
  const open = openMaintenance(state);
  if (open !== undefined) {
    return {
      kind: 'refused',
      because: `${open.id} is ${open.status.replace('_', ' ')}; close it first`,
    };
  }
  const mistake = timesMistake({ startMs, endMs }, nowMs);
  if (mistake !== undefined) {
    return { kind: 'refused', because: mistake };
  }
  const maintenanceCounter = countOne(state.maintenanceCounter, nowMs);
  const id = dailyId('MNT', maintenanceCounter);
  const news = { status: 'scheduled', revision: 0, changedAtMs: nowMs, commandId } as const;
  const planned = putMaintenance(
    { ...state, maintenanceCounter },
    { id, startMs, endMs, texts, ...news },
    nowMs,
  );
  const after = advanceMaintenance(planned, nowMs);
  return accepted(after, id, `${id} is planned.`);
}

/** Ends the window that lasts now, or cancels the next one. */
export function closeMaintenance(
  state: IncidentState,
  { id: commandId }: Extract<Command, { kind: 'close-maintenance' }>,
  nowMs: number,
): CommandOutcome {
  const window = openMaintenance(state);
  if (window === undefined) {
    return { kind: 'refused', because: 'there is no maintenance window to close' };
  }
  const closed: Maintenance =
    window.status === 'in_progress'
      ? { ...window, commandId, status: 'completed', endMs: nowMs }
      : { ...window, commandId, status: 'cancelled' };
  return accepted(putMaintenance(state, closed, nowMs), window.id, `${window.id} is ${closed.status}.`);
}

function accepted(state: IncidentState, id: string, done: string): CommandOutcome {
  const maintenance = state.maintenance.find((window) => window.id === id);
  return { kind: 'accepted', state, maintenance, done };
}

function timesMistake(
  { startMs, endMs }: Pick<Maintenance, 'startMs' | 'endMs'>,
  nowMs: number,
): string | undefined {
  const got = `got ${new Date(startMs).toISOString()} to ${new Date(endMs).toISOString()}`;
  if (endMs <= startMs || endMs <= nowMs) {
    return `--to: must lie after --from and after now, ${got}`;
  }
  return endMs - startMs > MAX_DAYS * DAY_MS ? `--to: must lie within ${MAX_DAYS} days, ${got}` : undefined;
}

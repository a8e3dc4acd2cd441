import { MINUTE_MS } from '../../shared/contract/clock-units';
import { type Severity, severityOf } from '../contract/severity';
import type { IncidentTargets, Target } from '../contract/target-times';
import type { Incident, IncidentState } from '../state/incident-state';
import type { Decision } from './decision';
import { isHeldBack } from './hold-back';
import { currentMaintenance } from './maintenance';
import type { Observation } from './observation';
import { tellOverdue } from './tell';

/** The targets of a severity: to respond first. None where it has none. */
export function targetsOf(targets: IncidentTargets | undefined, severity: Severity): readonly Target[] {
  const { times, fromMs, respondPassedAtMs, mendPassedAtMs } = targets ?? { times: {}, fromMs: 0 };
  const passed = { respond: respondPassedAtMs, mend: mendPassedAtMs };
  return (['respond', 'mend'] as const).flatMap((kind) => {
    const minutes = times[severity]?.[kind];
    return minutes === undefined
      ? []
      : [{ kind, severity, minutes, byMs: fromMs + minutes * MINUTE_MS, passedAtMs: passed[kind] }];
  });
}

/**
 * Tells once of each target that has passed. Whatever else there is to say goes first: one run says one thing, and the
 * next run comes within a minute.
 */
export function tellPassedTarget(
  decision: Decision,
  { passesNow = false }: Pick<Observation, 'passesNow'>,
  nowMs: number,
): Decision {
  const { state, announcement } = decision;
  const { incident } = state;
  if (announcement !== undefined || incident === null) {
    return decision;
  }
  const passed = passedTarget(state, incident, { passesNow, nowMs });
  return passed === undefined ? decision : tellOverdue(state, incident, { target: passed, nowMs });
}

/** What is well has been mended, also where the alarms don't know it yet, and planned work has a time of its own. */
function passedTarget(
  state: IncidentState,
  incident: Incident,
  { passesNow, nowMs }: { readonly passesNow: boolean; readonly nowMs: number },
): Target | undefined {
  const { told, targets, acknowledgedAtMs, wellSinceMs } = incident;
  if (wellSinceMs !== null || currentMaintenance(state) !== undefined) {
    return undefined;
  }
  return targetsOf(targets, severityOf(told)).find(
    ({ kind, byMs, passedAtMs }) =>
      nowMs >= byMs &&
      passedAtMs === undefined &&
      !(passesNow && isHeldBack(byMs, nowMs)) &&
      (kind === 'mend' || acknowledgedAtMs === null),
  );
}

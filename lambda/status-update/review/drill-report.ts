import { severityOf } from '../contract/severity';
import { headline } from '../message/words';
import type { Store } from '../settings';
import type { ReviewDue } from '../state/review-due';
import type { Milestones } from './milestones';
import { reviewKey } from './review-due';

/** The key of a drill's report for programs. */
export const drillReportKey = (incidentId: string): string => `reviews/${incidentId}.drill-report.json`;

/**
 * What was measured in a drill, for trends: instants in ISO 8601, and seconds since it began. Null: it did not happen.
 * Whether that was good enough is for people to say.
 */
export function drillReport(due: ReviewDue, times: Milestones, { domainName, topology }: Store): string {
  const { beganMs, detectedMs, alertedMs, acknowledgedMs, mitigation, recoveredMs, resolvedMs } = times;
  const at = (epochMs: number | undefined) =>
    epochMs === undefined ? null : new Date(epochMs).toISOString();
  const after = (epochMs: number | undefined) => (epochMs === undefined ? null : (epochMs - beganMs) / 1000);
  return JSON.stringify({
    schema: 1,
    incidentId: due.incidentId,
    domainName,
    topology,
    severity: severityOf(due.scope),
    symptom: headline(due.scope),
    beganAt: at(beganMs),
    resolvedAt: at(resolvedMs),
    secondsTo: {
      detect: after(detectedMs),
      alert: after(alertedMs),
      acknowledge: after(acknowledgedMs),
      mitigate: after(mitigation.atMs),
      recover: after(recoveredMs),
    },
    messages: due.updates,
    report: reviewKey(due.incidentId),
  });
}

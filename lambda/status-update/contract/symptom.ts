/**
 * What an alarm says about the store. The status-update function turns it into words. `store-down` is also what the
 * alarm of a critical endpoint says, but for a store that stays open when it is slow: that says `store-failing`.
 */
export type SymptomKind = 'store-down' | 'store-failing' | 'endpoint-down' | 'edge-errors' | 'slow';

/** How bad an incident is; SEV1 is the worst. */
export type Severity = 'SEV1' | 'SEV2' | 'SEV3';

/** What an alarm looks at: the store as a whole, one of its endpoints, CloudFront's answers, the origin's. */
export const WATCHED = ['store', 'endpoint', 'edge', 'origin'] as const;
export type Watched = (typeof WATCHED)[number];

/** One alarm about the store itself, as the status-update function gets to know it (as JSON in its settings). */
export interface Symptom {
  /** Physical name, known at synth, so that functions can name alarms which in turn watch functions. */
  readonly alarmName: string;
  readonly kind: SymptomKind;
  /** There is one alarm on the store as a whole, and may be many on endpoints. */
  readonly watches: Watched;
  /** What people call it: the endpoint's name for an endpoint, otherwise the same as `watches`. */
  readonly label: string;
  /** As people rate the endpoint, which counts while the store is open. @default - as its kind usually is */
  readonly severity?: Severity | undefined;
  /**
   * Ids of the health checks of the ports that close the store, where only these do. Their checkers tell what the
   * calculated health check behind the alarm, which has none, will say. @default - critical endpoints close it
   */
  readonly portChecks?: readonly string[] | undefined;
  /** The metric to quote in messages. Dimension values may be CloudFormation tokens. */
  readonly metric: {
    readonly namespace: string;
    readonly name: string;
    readonly dimensions: Readonly<Record<string, string>>;
    readonly statistic: string;
  };
}

/**
 * Whether an alarm watches the health check of one endpoint, which is known. The calculated check over all of them has
 * no checkers.
 */
export function watchesEndpoint({ watches, metric }: Symptom): boolean {
  return (
    watches === 'endpoint' &&
    metric.name === 'HealthCheckStatus' &&
    metric.dimensions['HealthCheckId'] !== undefined
  );
}

import type { Severity, SymptomKind } from './symptom';

export type { Severity };

/** Worst first. */
export const SEVERITIES = ['SEV1', 'SEV2', 'SEV3'] as const satisfies readonly Severity[];

/**
 * How an incident shows: as the worst of its symptoms, as errors at the edge that nearly nobody gets past, or as a store
 * that is down and served by its standby.
 */
export type ScopeKind = SymptomKind | 'edge-outage' | 'on-standby';

/** Worst first. */
export const SCOPE_KINDS = [
  'store-down',
  'edge-outage',
  'on-standby',
  'store-failing',
  'endpoint-down',
  'edge-errors',
  'slow',
] as const;

const USUAL: Readonly<Record<ScopeKind, Severity>> = {
  'store-down': 'SEV1',
  'edge-outage': 'SEV1',
  // Shoppers can shop, but nothing is left to fall back on.
  'on-standby': 'SEV2',
  // It may be slow only, which is no reason to call everybody.
  'store-failing': 'SEV2',
  'endpoint-down': 'SEV2',
  'edge-errors': 'SEV2',
  slow: 'SEV3',
};

/** What people rate. A store that is closed is as bad as it is, whatever its endpoints are rated. */
const RATED: readonly ScopeKind[] = ['store-failing', 'endpoint-down'];

/** What decides how bad something is. */
export interface Rated {
  readonly kind: ScopeKind;
  /** As people rate the endpoint. @default - as its kind usually is */
  readonly severity?: Severity | undefined;
}

/** How bad something is that nobody has rated: what shoppers are told goes by it, for ratings are on-call's. */
export const usualSeverity = (kind: ScopeKind): Severity => USUAL[kind];

/** How bad it is. */
export function severityOf({ kind, severity }: Rated): Severity {
  return RATED.includes(kind) ? (severity ?? USUAL[kind]) : USUAL[kind];
}

/** Whether the first is worse than the second. */
export const isWorseSeverity = (one: Severity, other: Severity): boolean => one < other;

/** Below zero when the first matters more than the second: by its severity, and among equals by its kind. */
export function compareRated(one: Rated, other: Rated): number {
  const bySeverity = SEVERITIES.indexOf(severityOf(one)) - SEVERITIES.indexOf(severityOf(other));
  return bySeverity || SCOPE_KINDS.indexOf(one.kind) - SCOPE_KINDS.indexOf(other.kind);
}

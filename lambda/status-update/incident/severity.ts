import type { SymptomKind } from '../../../lib/alarms/symptom';

/** SEV1 is the worst. */
export type Severity = 'SEV1' | 'SEV2' | 'SEV3';

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

const SEVERITIES: Readonly<Record<ScopeKind, Severity>> = {
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

/** How bad it is. */
export function severityOf(kind: ScopeKind): Severity {
  return SEVERITIES[kind];
}

/** Whether the first is worse than the second. */
export const isWorseSeverity = (one: Severity, other: Severity): boolean => one < other;

/** The kind that matters most; `slow` when there is none. */
export function worstKind(kinds: readonly ScopeKind[]): ScopeKind {
  return SCOPE_KINDS.find((kind) => kinds.includes(kind)) ?? 'slow';
}

import type { SymptomKind } from '../../../lib/alarms/symptom';

/** SEV1 is the worst. */
export type Severity = 'SEV1' | 'SEV2' | 'SEV3';

const WORST_FIRST: readonly SymptomKind[] = ['store-down', 'endpoint-down', 'edge-errors', 'slow'];

const SEVERITIES: Readonly<Record<SymptomKind, Severity>> = {
  'store-down': 'SEV1',
  'endpoint-down': 'SEV2',
  'edge-errors': 'SEV2',
  slow: 'SEV3',
};

/** How bad a kind of symptom is. */
export function severityOf(kind: SymptomKind): Severity {
  return SEVERITIES[kind];
}

/** The kind that matters most; `slow` when there is none. */
export function worstKind(kinds: readonly SymptomKind[]): SymptomKind {
  return WORST_FIRST.find((kind) => kinds.includes(kind)) ?? 'slow';
}

import * as z from 'zod/mini';
import type { Symptom } from '../../../lib/alarms/symptom';
import { SCOPE_KINDS, type ScopeKind, worstKind } from './severity';

/** How far an incident reaches: its worst kind of symptom, and everything that shows it. */
export const scopeSchema = z.object({
  kind: z.enum(SCOPE_KINDS),
  /** Sorted labels of the symptoms of that kind; milder kinds follow from it and are left out. */
  labels: z.array(z.string()),
});

/** The headline of an incident. */
export type Scope = Readonly<z.infer<typeof scopeSchema>>;

/** A symptom that shows. */
export interface Failing extends Symptom {
  /** It was seen beside its alarm, which has not come yet. */
  readonly early?: true;
}

/** A symptom as it counts for an incident. */
export type Affecting = Pick<Failing, 'alarmName' | 'label' | 'early'> & { readonly kind: ScopeKind };

/** The scope of at least one symptom. */
export function scopeOf(symptoms: readonly Affecting[]): Scope {
  const kind = worstKind(symptoms.map((symptom) => symptom.kind));
  // Which critical endpoint took the store down with it is a detail: another one makes nothing worse.
  if (kind === 'store-down' || kind === 'on-standby') return { kind, labels: ['store'] };
  const labels = symptoms.filter((symptom) => symptom.kind === kind).map((symptom) => symptom.label);
  return { kind, labels: [...new Set(labels)].sort() };
}

/** Whether an incident got `worse`, `eased`, or stayed the `same`, seen from what people were last told. */
export function compareScopes(told: Scope, current: Scope): 'worse' | 'eased' | 'same' {
  if (told.kind !== current.kind) {
    return worstKind([told.kind, current.kind]) === current.kind ? 'worse' : 'eased';
  }
  if (current.labels.some((label) => !told.labels.includes(label))) {
    return 'worse';
  }
  return current.labels.length < told.labels.length ? 'eased' : 'same';
}

/** The worst of two scopes; of one kind, all that showed it. */
export function worstScope(one: Scope, other: Scope): Scope {
  const kind = worstKind([one.kind, other.kind]);
  const labels = [one, other].filter((scope) => scope.kind === kind).flatMap((scope) => scope.labels);
  return { kind, labels: [...new Set(labels)].sort() };
}

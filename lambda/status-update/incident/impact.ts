import { compareRated, type Rated, type ScopeKind, severityOf, usualSeverity } from '../contract/severity';
import type { Symptom } from '../contract/symptom';
import type { Impact } from '../state/impact';

/** A symptom that shows. */
export interface Failing extends Symptom {
  /** It was seen beside its alarm, which has not come yet. */
  readonly early?: true;
}

/** A symptom as it counts for an incident. */
export type Affecting = Pick<Failing, 'alarmName' | 'label' | 'early' | 'severity'> & {
  readonly kind: ScopeKind;
};

/** The scope of at least one symptom. @param symptoms in the order in which they are restored */
export function impactOf(symptoms: readonly Affecting[]): Impact {
  const worst = failingStore(worstOf(symptoms), symptoms);
  const { kind } = worst;
  // Which critical endpoint took the store down with it is a detail: another one makes nothing worse.
  if (kind === 'store-down' || kind === 'on-standby') {
    return { kind, labels: ['store'] };
  }
  const labels = symptoms.filter((symptom) => symptom.kind === kind).map((symptom) => symptom.label);
  return { kind, labels: [...new Set(labels)], ...ratingOf(worst) };
}

/** Whether an incident got `worse`, `eased`, or stayed the `same`, seen from what people were last told. */
export function compareImpacts(told: Impact, current: Impact): 'worse' | 'eased' | 'same' {
  if (told.kind === current.kind && current.labels.some((label) => !told.labels.includes(label))) {
    return 'worse';
  }
  const order = compareRated(current, told);
  if (order !== 0) {
    return order < 0 ? 'worse' : 'eased';
  }
  return current.labels.length < told.labels.length ? 'eased' : 'same';
}

/** The worst of two scopes; of one kind, all that showed it. */
export function worstImpact(one: Impact, other: Impact): Impact {
  const worst = worstOf([one, other]);
  const labels = [one, other].filter((scope) => scope.kind === worst.kind).flatMap((scope) => scope.labels);
  return { kind: worst.kind, labels: [...new Set(labels)].sort(), ...ratingOf(worst) };
}

/** "checkout down" would hide that the rest of the store fails as well: that is told, and as bad as the checkout is. */
function failingStore(worst: Rated, symptoms: readonly Affecting[]): Rated {
  const kind = 'store-failing';
  const isWider = worst.kind === 'endpoint-down' && symptoms.some((symptom) => symptom.kind === kind);
  return isWider ? { kind, severity: severityOf(worst) } : worst;
}

/** @param all at least one */
const worstOf = (all: readonly Rated[]): Rated => all.toSorted(compareRated)[0] ?? { kind: 'slow' };

/** Left out where it says nothing new, so that what is stored and sent stays as it was without ratings. */
function ratingOf(worst: Rated): Pick<Impact, 'severity'> {
  const severity = severityOf(worst);
  return severity === usualSeverity(worst.kind) ? {} : { severity };
}

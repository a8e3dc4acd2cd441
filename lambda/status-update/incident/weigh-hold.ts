import type { Hold } from '../contract/hold';
import type { Failing } from './scope';

/**
 * The symptoms as they count while a person holds the failover. On the primary record the store is open whatever an
 * endpoint's health check says: a critical one that fails closes nothing, and the alarm on the store as a whole, which
 * lags some minutes behind, tells of a time that is over. On the secondary record they all mean what they always do.
 */
export function weighHold(symptoms: readonly Failing[], hold: Hold | undefined): readonly Failing[] {
  if (hold?.side !== 'primary') {
    return symptoms;
  }
  return symptoms
    .filter(({ watches }) => watches !== 'store')
    .map((symptom) => (symptom.kind === 'store-down' ? { ...symptom, kind: 'endpoint-down' } : symptom));
}

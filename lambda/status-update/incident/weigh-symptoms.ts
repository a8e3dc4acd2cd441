import type { Hold } from '../contract/hold';
import type { Affecting, Failing } from './impact';

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

/**
 * The symptoms as they count for a store with a standby: where Route 53 answers with it, a store that is down is no store
 * that shoppers can't use. Whether the standby serves them, CloudFront's error rate tells.
 */
export function weighStandby(symptoms: readonly Affecting[], standby: boolean): readonly Affecting[] {
  return standby && symptoms.some(({ kind }) => kind === 'store-down') ? symptoms.map(onStandby) : symptoms;
}

/** How people rate an endpoint counts for the primary store, which no shopper uses now. */
const onStandby = ({ severity, ...symptom }: Affecting): Affecting => ({
  ...symptom,
  kind: symptom.kind === 'store-down' ? 'on-standby' : symptom.kind,
});

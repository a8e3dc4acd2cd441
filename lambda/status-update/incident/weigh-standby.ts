import type { Affecting } from './scope';

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

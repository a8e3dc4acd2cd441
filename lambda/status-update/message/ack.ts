import { timeSeenFrom } from '../contract/times';
import type { Incident } from '../state/incident-state';
import { shortHolderOf } from './held';

/** How to acknowledge. */
export const ACK_COMMAND = '"npx understudy ack"';

/** The person who works on an incident, or the one who is called next while nobody does. */
export interface Acknowledgement
  extends Partial<Pick<Incident, 'acknowledgedBy' | 'escalateAtMs' | 'escalatedAtMs'>> {
  readonly acknowledgedAtMs?: number | null | undefined;
}

/** One line: who has acknowledged and when, `ola@example.com at 10:05 UTC`, or that nobody has and whom that calls next. */
export function describeAck(acknowledgement: Acknowledgement, nowMs: number): string {
  const { acknowledgedAtMs, acknowledgedBy, escalateAtMs, escalatedAtMs } = acknowledgement;
  const time = (epochMs: number) => timeSeenFrom(nowMs, epochMs);
  if (acknowledgedAtMs != null) {
    return `${shortHolderOf({ by: acknowledgedBy })} at ${time(acknowledgedAtMs)}`;
  }
  if (escalatedAtMs !== undefined) {
    return `nobody; second contact told at ${time(escalatedAtMs)}: ${ACK_COMMAND}`;
  }
  const next = escalateAtMs === undefined ? '' : `; second contact at ${time(escalateAtMs)}`;
  return `nobody yet: ${ACK_COMMAND}${next}`;
}

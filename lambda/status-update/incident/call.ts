import { MINUTE_MS } from '../../shared/contract/clock-units';
import type { AnnouncementKind } from '../state/announcement-kind';

/** Phones ring for an incident that goes on every half hour; a minute less, because messages go out with the minute. */
const CALL_AGAIN_MS = 29 * MINUTE_MS;

/** What is known of a message besides its kind. */
export interface CallContext {
  /** Whether its severity is above what people were last told. */
  readonly raised: boolean;
  readonly nowMs: number;
  /** When phones last rang for this incident. @default - never */
  readonly calledAtMs?: number;
}

/**
 * Whether a message is worth a text to a phone: what begins, comes back, gets worse or is over, and every half hour that
 * it goes on. Everything else is for those who are at it already and read their mail.
 */
export function isCall(kind: AnnouncementKind, { raised, nowMs, calledAtMs }: CallContext): boolean {
  switch (kind) {
    case 'opened':
    case 'relapsed':
    case 'resolved':
    case 'escalated':
    case 'overdue':
      return true;
    case 'changed':
      return raised;
    case 'still':
    case 'unstable':
      return calledAtMs === undefined || nowMs - calledAtMs >= CALL_AGAIN_MS;
    case 'recovered':
    case 'said':
    case 'retracted':
    case 'acknowledged':
    case 'nudge':
      return false;
  }
}

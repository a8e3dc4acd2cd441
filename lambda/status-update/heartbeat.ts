import { MINUTE_MS } from '../shared/contract/clock-units';
import { toAscii, toGsm, truncate } from './contract/ascii';
import type { Message } from './contract/message';
import { TICK_MINUTES } from './contract/tick';
import { dateTime } from './contract/times';
import { withHeld } from './message/held';
import { MAX_SMS, MAX_SUBJECT } from './message/lengths';
import { withNotice } from './message/notice';
import type { RunContext } from './publish-site';
import type { Store } from './settings';
import type { IncidentState } from './state/incident-state';
import { updateState } from './update-state';

/** A day, less one turn of the schedule, so that the time of day does not creep. */
const INTERVAL_MS = (24 * 60 - TICK_MINUTES) * MINUTE_MS;

/**
 * Once a day, tells a topic of its own that telling works: the same function, key and service as in an emergency. An
 * alarm watches that topic, so that silence is noticed before it matters.
 */
export async function sendHeartbeat(
  { ports, settings }: RunContext,
  { heartbeatMs, hold }: IncidentState,
): Promise<void> {
  const { store, audit, now } = ports;
  const nowMs = now();
  if (nowMs - heartbeatMs < INTERVAL_MS) {
    return;
  }
  const message = withHeld(composeHeartbeat(settings.STORE, nowMs), hold, settings.STORE, nowMs);
  await audit.publish(withNotice(message, settings));
  await updateState(store, (state) => ({ ...state, heartbeatMs: nowMs }));
}

function composeHeartbeat({ domainName, timeZone }: Store, nowMs: number): Message {
  const text = `[OK] ${domainName}: status updates work`;
  return {
    subject: truncate(toAscii(text), MAX_SUBJECT),
    body: `${text}. Checked at ${dateTime(nowMs, timeZone)}. No action needed. If this daily message stops arriving, investigate.`,
    sms: truncate(toGsm(text), MAX_SMS),
  };
}

import type { Message } from '../outbox/outbox';
import type { Store } from '../settings';
import { toAscii, toGsm, truncate } from './ascii';
import { field } from './field';
import { MAX_SMS, MAX_SUBJECT } from './lengths';
import { dateTime } from './times';

/** That a drill is declared until `untilMs`, or over when that is not later than now, for e-mail and for phones. */
export function composeDrill(untilMs: number, nowMs: number, store: Store): Message {
  const { domainName, owner, timeZone } = store;
  const state = untilMs > nowMs ? `DECLARED until ${dateTime(untilMs)}` : 'OVER';
  const lead =
    untilMs > nowMs
      ? [
          ...field(
            'WHAT',
            `What breaks at ${domainName} until ${dateTime(untilMs, timeZone)} is a drill.`,
            2,
          ),
          ...field('NOW', 'Every message about it begins with [DRILL].'),
          ...field('YOU', `${owner}: a real outage looks the same meanwhile; keep an eye on it.`, 2),
        ]
      : [
          ...field('WHAT', `The drill at ${domainName} is over.`, 2),
          ...field('NOW', 'What breaks from now on is real.'),
        ];
  return {
    subject: truncate(toAscii(`[DRILL] ${state} ${domainName}`), MAX_SUBJECT),
    body: [...lead, '', 'Dashboard', store.dashboardUrl].join('\n'),
    sms: truncate(toGsm(`DRILL ${state} ${domainName}`), MAX_SMS),
  };
}

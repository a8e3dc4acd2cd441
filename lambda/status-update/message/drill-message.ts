import { toAscii, toGsm, truncate } from '../contract/ascii';
import type { Message } from '../contract/message';
import { dateTime, localTimeSeenFrom } from '../contract/times';
import type { Store } from '../settings';
import { field } from './field';
import { MAX_SMS, MAX_SUBJECT } from './lengths';

/** That a drill is declared until `untilMs`, or over when that is not later than now, for e-mail and for phones. */
export function composeDrill(untilMs: number, nowMs: number, store: Store): Message {
  const { domainName, owner, timeZone } = store;
  const state = untilMs > nowMs ? `DECLARED until ${dateTime(untilMs)}` : 'OVER';
  const phoneState =
    untilMs > nowMs ? `DECLARED until ${localTimeSeenFrom(nowMs, untilMs, timeZone)}` : 'OVER';
  const lead =
    untilMs > nowMs
      ? [
          ...field(
            'WHAT',
            `A drill is on at ${domainName} until ${dateTime(untilMs, timeZone)}: things break on purpose.`,
            3,
          ),
          ...field('NOW', 'Subjects begin with [DRILL], SMS with DRILL.'),
          ...field(
            'YOU',
            `${owner}: if you are not sure that something is part of the drill, treat it as real.`,
            3,
          ),
        ]
      : [
          ...field('WHAT', `The drill at ${domainName} is over.`, 2),
          ...field('NOW', 'What breaks from now on is real.'),
        ];
  return {
    subject: truncate(toAscii(`[DRILL] ${state} ${domainName}`), MAX_SUBJECT),
    body: [...lead, '', 'Steps', store.stepsUrl, 'Dashboard', store.dashboardUrl].join('\n'),
    sms: truncate(toGsm(`DRILL ${phoneState} ${domainName}`), MAX_SMS),
  };
}

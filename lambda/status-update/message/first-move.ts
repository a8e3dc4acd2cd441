import { HOUR_MS } from '../../shared/contract/clock-units';
import { usualSeverity } from '../contract/severity';
import type { Announcement } from '../incident/announcement';
import type { Store } from '../settings';
import { commonFailure } from './checker-words';
import { deployedBefore } from './deployed';
import type { Numbers } from './numbers';
import { allFail, allPass, passesNow } from './passing';
import { isAtEdge, isSwitched } from './words';

/** As much of a checker's words as leaves a phone room for what is wrong. */
const MAX_SMS_WORDS = 40;

/** What on-call should do first while something is wrong. */
export interface Move {
  readonly text: string;
  /** The same for phones, without a full stop. Undefined: nothing that would be worth the room. */
  readonly sms?: string;
}

type Rule = (announcement: Announcement, numbers: Numbers, store: Store) => Move | undefined;

/** The last thing that changed is the first thing to undo. */
const rollBack: Rule = (announcement) => {
  const before = deployedBefore(announcement);
  return (
    before && {
      text: `roll back ${before.version}: out ${before.ago} before this began.`,
      sms: `Roll back ${before.version}: out ${before.ago} before`,
    }
  );
};

/** The alarm lags behind, and what it tells of is over. */
const wait: Rule = (announcement, numbers) =>
  passesNow(announcement, numbers)
    ? { text: 'see that it stays up; the alarms follow within minutes.', sms: 'See that it stays up' }
    : undefined;

/** The way out of a false alarm; empty where Route 53 has not switched, or a person has. */
function wayOut({ scope, held }: Pick<Announcement, 'scope' | 'held'>): string {
  if (!isSwitched(scope) || held !== undefined) {
    return '';
  }
  const does = scope.kind === 'on-standby' ? 'leads back to it' : 'opens it';
  return ` Is the store well after all? "npx understudy failover hold primary" ${does}.`;
}

/** `npx understudy failover` quotes what each checker gets: a refused connection, a timeout, a status. */
const lookForLife: Rule = (announcement, { endpoints }) => {
  if (isAtEdge(announcement.scope) || !allFail(endpoints)) {
    return undefined;
  }
  // The second contact reads how to take it first, and there is no room for both.
  const isTaken = announcement.kind === 'escalated' || announcement.kind === 'overdue';
  const out = isTaken ? '' : wayOut(announcement);
  const failures = endpoints.flatMap(({ reports }) => reports.map(({ failure }) => failure));
  const said = commonFailure(failures, MAX_SMS_WORDS);
  return {
    text: `is the origin alive? "npx understudy failover" quotes what each checker gets.${out}`,
    sms:
      said === undefined
        ? 'Is the origin alive? See: npx understudy failover'
        : `Origin alive? Checkers: ${said}`,
  };
};

/** Health checks test neither certificates nor firewalls, and come from other addresses than CloudFront. */
const lookAtEdge: Rule = ({ scope }, { endpoints }) => {
  if (!isAtEdge(scope)) {
    return undefined;
  }
  if (allPass(endpoints)) {
    return {
      text: "all checkers pass: look at the origin's certificate and firewall, which they don't test.",
      sms: 'Checkers pass: look at certificate and firewall',
    };
  }
  return endpoints.length > 0
    ? { text: 'some checkers fail: look for one sick server among several.', sms: 'Look for one sick server' }
    : { text: "open the runbook. If all checkers pass, look at the origin's certificate and firewall." };
};

/** Google's crawlers keep a page that returns 503 for a while only; how long exactly is not documented. */
const longOutage: Rule = ({ scope, startedAtMs, atMs }, _, { longOutageHours }) =>
  // Crawlers get 503 from a store that is closed, however its endpoints are rated.
  atMs - startedAtMs >= longOutageHours * HOUR_MS && usualSeverity(scope.kind) === 'SEV1'
    ? {
        text: 'open the runbook. Search engines begin to drop pages that return 503: put up pages with status 200, or tell shoppers where you moved.',
      }
    : undefined;

const runbook = (announcement: Announcement): Move => ({
  text: `open the runbook.${wayOut(announcement) || ' Others: nothing to do.'}`,
});

/** In the order in which facts decide. */
const RULES: readonly Rule[] = [rollBack, longOutage, wait, lookForLife, lookAtEdge];

/** What to do first, from what is known. */
export function firstMove(announcement: Announcement, numbers: Numbers, store: Store): Move {
  for (const rule of RULES) {
    const move = rule(announcement, numbers, store);
    if (move !== undefined) {
      return move;
    }
  }
  return runbook(announcement);
}

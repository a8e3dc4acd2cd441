import { type Block, paragraph } from '../document/document';
import type { ScopeKind } from '../incident/severity';
import type { Store } from '../settings';
import { localDateTime } from './local-date-time';
import type { Milestones } from './milestones';
import type { ReviewDue } from './review-due';

/** What shoppers met, in their words. */
const MET: Readonly<Record<ScopeKind, string>> = {
  'store-down': 'you could not use our store',
  'edge-outage': 'most of you could not use our store',
  'endpoint-down': 'you could not use a part of our store',
  'edge-errors': 'you may have seen errors in our store',
  slow: 'our store was slower than usual',
};

/** A draft for customers: what happened when, an apology, and blanks for what is being done. */
export function publicNote(
  { scope }: ReviewDue,
  { beganMs, recoveredMs }: Milestones,
  store: Store,
): readonly Block[] {
  const when = between(beganMs, recoveredMs, store.timeZone);
  return [
    paragraph(`${when}, ${MET[scope.kind]}. We are sorry for that.`),
    { kind: 'blank', prompt: 'What happened, in plain words, once you are sure:' },
    { kind: 'blank', prompt: 'What you are doing so that it does not happen again:' },
    paragraph(
      `If an order or a payment looks wrong, please write to us: we will put it right. ${store.storeName}`,
    ),
  ];
}

/** Both ends by the store's own calendar: around midnight it is another day than in UTC. */
function between(fromMs: number, toMs: number, zone: string | undefined): string {
  const [from, to] = [localDateTime(fromMs, zone), localDateTime(toMs, zone)];
  return from.date === to.date
    ? `On ${from.date}, between ${from.time} and ${to.time} (${to.timeZone})`
    : `Between ${from.date} ${from.time} and ${to.date} ${to.time} (${to.timeZone})`;
}

import { type Block, paragraph } from '../document/document';
import type { ScopeKind } from '../incident/severity';
import { clockTime } from '../message/times';
import type { Store } from '../settings';
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
export function publicNote({ scope, startedAtMs, wellSinceMs }: ReviewDue, store: Store): readonly Block[] {
  const day = new Date(startedAtMs).toISOString().slice(0, 10);
  const from = clockTime(startedAtMs, store.timeZone);
  const to = clockTime(wellSinceMs, store.timeZone);
  return [
    paragraph(`On ${day}, between ${from} and ${to}, ${MET[scope.kind]}. We are sorry for that.`),
    { kind: 'blank', prompt: 'What happened, in plain words, once you are sure:' },
    { kind: 'blank', prompt: 'What you are doing so that it does not happen again:' },
    paragraph(
      `If an order or a payment looks wrong, please write to us: we will put it right. ${store.storeName}`,
    ),
  ];
}

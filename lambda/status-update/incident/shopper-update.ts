import type { ShopperUpdate } from '../state/shopper-update';

/** Entries that the feed keeps. */
const MAX_UPDATES = 50;

/** The updates with one more in front; the oldest fall out. */
export function addUpdate(updates: readonly ShopperUpdate[], update: ShopperUpdate): ShopperUpdate[] {
  return [update, ...updates].slice(0, MAX_UPDATES);
}

/** What a person said last: about one incident, or about any if none is named. */
export function lastWords(updates: readonly ShopperUpdate[], incidentId?: string): ShopperUpdate | undefined {
  return updates.find(
    ({ texts, kind, subjectId }) =>
      texts !== null && kind !== 'maintenance' && subjectId === (incidentId ?? subjectId),
  );
}

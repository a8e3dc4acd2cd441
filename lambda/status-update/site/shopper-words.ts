import type { SymptomKind } from '../../../lib/alarms/symptom';
import type { ShopperUpdate } from '../incident/shopper-update';

type Kind = ShopperUpdate['kind'];

/** What is wrong, as shoppers see it: the name of an incident. */
export const TITLES: Readonly<Record<Kind, string>> = {
  'store-down': 'Store unavailable',
  'endpoint-down': 'Part of the store unavailable',
  'edge-errors': 'Part of the store unavailable',
  slow: 'Store slower than usual',
  maintenance: 'Planned maintenance',
};

const WRONG: Readonly<Record<SymptomKind, string>> = {
  'store-down': 'Our store is not available right now.',
  'endpoint-down': 'Part of our store is not available right now.',
  'edge-errors': 'Part of our store is not available right now.',
  slow: 'Our store is slower than usual.',
};

/** What the machine tells shoppers when nobody else has said anything. */
export function machineText(status: ShopperUpdate['status'], kind: Kind): string {
  switch (status) {
    case 'identified':
      return `${wrong(kind)} We found the cause and are fixing it.`;
    case 'monitoring':
      return 'Our store is open again. We keep watching it.';
    case 'resolved':
    case 'completed':
    case 'cancelled':
      return 'Our store is open.';
    default:
      return `${wrong(kind)} We know about it and are working on it.`;
  }
}

function wrong(kind: Kind): string {
  return kind === 'maintenance' ? 'We are working on our store.' : WRONG[kind];
}

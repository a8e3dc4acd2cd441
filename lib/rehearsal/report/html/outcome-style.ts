import type { ShopperOutcome } from '../../kernel/shopper-outcome';

/** Outcomes from the bottom of a stack to its top, each with the class that gives it its colour. */
export const STACK: readonly { readonly outcome: ShopperOutcome; readonly className: string }[] = [
  { outcome: 'served fresh', className: 'fresh' },
  { outcome: 'served stale', className: 'stale' },
  { outcome: 'emergency page', className: 'page' },
  { outcome: 'POST lost', className: 'lost' },
  { outcome: 'gave up', className: 'gave-up' },
  { outcome: 'raw error', className: 'error' },
];

/** What the colours mean. @param counts of the outcomes; those without any are left out. @default - all */
export const legend = (counts?: Readonly<Record<ShopperOutcome, number>>): string =>
  `<ul class="legend">${STACK.filter(({ outcome }) => counts === undefined || counts[outcome] > 0)
    .map(({ outcome, className }) => `<li><span class="swatch ${className}"></span>${outcome}`)
    .join('')}</ul>`;

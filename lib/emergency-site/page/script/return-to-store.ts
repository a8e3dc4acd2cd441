import { EMERGENCY_SITE_PREFIX } from '../../paths';

/** Whether this is one of the emergency site's own addresses, which nobody wants to go back to. */
export const isOwnAddress = (): boolean => location.pathname.startsWith(EMERGENCY_SITE_PREFIX);

/** Where the shopper wants to be: this very address, or else the home page. */
export const shopperAddress = (): string => (isOwnAddress() ? '/' : location.href);

/**
 * Whether the shopper comes from this very page: it sent them, and the store did not answer with a page of its own. A
 * page with a fragment had given up its address by then, see `load`.
 */
export const cameBack = (): boolean =>
  document.referrer === location.href || document.referrer.endsWith(EMERGENCY_SITE_PREFIX);

/**
 * Loads an address with GET, even where a form was sent: `reload()` would send the form again. An address with a
 * fragment would only scroll, because it is the page's own; so the page gives up its address first.
 */
export const load = (address: string): void => {
  if (location.hash) history.replaceState(null, '', EMERGENCY_SITE_PREFIX);
  location.replace(address);
};

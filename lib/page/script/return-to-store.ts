import { EMERGENCY_SITE_PREFIX } from '../../../lambda/emergency-response/contract/paths';

/** Where the shopper wants to be: this very address, or the home page instead of the emergency site's own. */
export const shopperAddress = (): string =>
  location.pathname.startsWith(EMERGENCY_SITE_PREFIX) ? '/' : location.href;

/** Whether another page of the shop led here. This very page did when it sent the shopper back too early, and by GET. */
export const fromShop = document.referrer.startsWith(location.origin) && document.referrer !== location.href;

/** How often in a row this tab was sent back too early; 1 where the browser keeps nothing, so that nobody is hurried. */
export const vainReturns = (): number => {
  try {
    return Number(sessionStorage.understudy) || 0;
  } catch {
    return 1;
  }
};

/**
 * Loads an address with GET, even where a form was sent: `reload()` would send the form again. An address with a
 * fragment would only scroll, because it is the page's own; so the page gives up its address first.
 */
export const load = (address: string): void => {
  if (location.hash) {
    history.replaceState(null, '', EMERGENCY_SITE_PREFIX);
  }
  location.replace(address);
};

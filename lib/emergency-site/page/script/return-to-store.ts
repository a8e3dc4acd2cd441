const LAST_RETURN = 'understudy-returned';
const RECENT_MS = 2 * 60_000;

/** Where the shopper wants to be: this very address, or the home page when it is the emergency page's own. */
export const shopperAddress = (pagePath: string): string =>
  location.pathname === pagePath ? '/' : location.href;

/** Whether this tab went back moments ago and landed here again, so that it must not hurry. */
export const returnedRecently = (nowMs: number): boolean => {
  try {
    return nowMs - Number(sessionStorage.getItem(LAST_RETURN) ?? Number.NaN) < RECENT_MS;
  } catch {
    return false;
  }
};

/** Storage may be switched off; the page does without it then. */
const rememberReturn = (nowMs: number): void => {
  try {
    sessionStorage.setItem(LAST_RETURN, String(nowMs));
  } catch {}
};

/**
 * Loads the address with GET, even where a form was sent: `reload()` would send the form again. An address with a
 * fragment would only scroll, because it is the page's own; so the page gives up its address first.
 */
export const returnToStore = (address: string, pagePath: string, nowMs: number): void => {
  rememberReturn(nowMs);
  if (location.hash) history.replaceState(null, '', pagePath);
  location.replace(address);
};

import { forgetErrors } from './shop-worker';

/**
 * The lightest way to ask the page's own host: null when no answer comes. Never with HEAD, which many a healthy store
 * answers with 405, 501 or 500; what a GET would bring, that does not tell.
 */
export const ask = async (address: string): Promise<Response | null> => {
  await forgetErrors().catch(() => null);
  return fetch(address, { cache: 'no-store', redirect: 'manual' }).catch(() => null);
};

/** How far the host's clock (RFC 9111: `Date` plus `Age`) is ahead of this device's, which may be wrong. */
export const skewOf = ({ headers }: Response): number =>
  Date.parse(headers.get('date') as string) + (headers.get('age') as never) * 1_000 - Date.now() || 0;

/** The lightest way to ask the page's own host; null when no answer comes. */
export const ask = (address: string, method?: string): Promise<Response | null> =>
  fetch(address, { method, cache: 'no-store', redirect: 'manual' }).catch(() => null);

/** How far the host's clock (RFC 9111: `Date` plus `Age`) is ahead of this device's, which may be wrong. */
export const skewOf = ({ headers }: Response): number =>
  Date.parse(headers.get('date') as string) + Number(headers.get('age')) * 1_000 - Date.now() || 0;

import { STATUS_PATH } from '../../paths';

export const forget = async (): Promise<void> => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { status, url } of await cache.matchAll())
      if (status > 499 || url.endsWith(STATUS_PATH)) await cache.delete(url);
  }
};

/** Ends */
export const endWorker = async (): Promise<unknown> =>
  (await navigator.serviceWorker?.getRegistration())?.unregister();

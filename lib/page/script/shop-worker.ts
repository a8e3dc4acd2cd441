import { STATUS_PATH } from '../../../lambda/emergency-response/contract/paths';

/**
 * Takes errors and the status out of the caches of the shop's service worker. A worker that looks into its cache first
 * would show this page forever, although the store is open, and the first status with it. Nothing else is touched, and
 * the worker stays: to unregister it would end the shop's push messages, and its caches would outlive it for the next
 * one. What a worker keeps elsewhere than in caches stays, too.
 */
export const forgetErrors = async (): Promise<void> => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (((await cache.match(request)) as Response).status > 499 || request.url.endsWith(STATUS_PATH)) {
        await cache.delete(request);
      }
    }
  }
};

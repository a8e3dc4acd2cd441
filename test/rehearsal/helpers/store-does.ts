import type { Exchange } from '../../../lib/rehearsal/kernel/network/exchange';
import { aResponse } from '../../parity/helpers/exchanges';
import { SITE } from './a-distribution';
import type { ReceivedRequest } from './fake-host';

/** A response with a text that caches may keep for a minute. */
export const page = (body: string, cacheControl = 'public, max-age=60') =>
  aResponse({ headers: { 'cache-control': cacheControl }, body: Buffer.from(body) });
/** The store's port is closed. */
export const REFUSED: Exchange = { kind: 'connect-refused', elapsedMs: 30 };

/** The store does as told; the bucket has the emergency page. */
export const storeDoes =
  (exchange: Exchange) =>
  ({ address }: ReceivedRequest): Exchange =>
    address === `at ${SITE.domainName}` ? page('emergency page', 'max-age=300') : exchange;

/** The body as text. */
export const text = ({ body }: { readonly body: Uint8Array }): string => Buffer.from(body).toString();

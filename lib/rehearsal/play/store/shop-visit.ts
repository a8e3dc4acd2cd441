import type { StoreAnswer } from './example-store';
import { MADE_FOR_HEADER, sessionCookie } from './session-cookie';
import type { ShopSession } from './shop-sessions';

type Headers = Readonly<Record<string, string>>;

/**
 * The headers of an answer to somebody: with a `Set-Cookie` when the session begins, and marked where it is about
 * the basket of a session that goes on.
 */
export function headersFor(
  { headers, knows }: { readonly headers: Headers; readonly knows: StoreAnswer['knows'] },
  { id, isNew }: ShopSession,
): Headers {
  if (knows === 'nobody') {
    return headers;
  }
  if (isNew) {
    return { ...headers, 'set-cookie': sessionCookie(id) };
  }
  return knows === 'basket' ? { ...headers, [MADE_FOR_HEADER]: id } : headers;
}

import type { ResponseExchange } from '../network/exchange';
import { MADE_FOR_HEADER, sessionIn } from '../store/session-cookie';

/** What an answer makes of a shopper's session. */
export interface SessionTaken {
  /** The session that the browser holds from now on. @default - none */
  readonly session: string | undefined;
  /** Whether the answer was made for somebody else. */
  readonly isAnothers: boolean;
}

/**
 * Remembers which sessions were handed out. A `Set-Cookie` belongs to whoever gets it first: whoever gets it again holds
 * another's session. So does who gets a page with a basket that was made for a session of somebody else.
 */
export class SessionBook {
  private readonly handedOut = new Set<string>();

  /** @param held the session that the browser sent. @default - none */
  take(held: string | undefined, { headers }: Pick<ResponseExchange, 'headers'>): SessionTaken {
    const given = sessionIn(headers['set-cookie']);
    const session = given ?? held;
    const madeFor = headers[MADE_FOR_HEADER];
    let isAnothers = madeFor !== undefined && madeFor !== session;
    if (given !== undefined && given !== held) {
      isAnothers ||= this.handedOut.has(given);
      this.handedOut.add(given);
    }
    return { session, isAnothers };
  }
}

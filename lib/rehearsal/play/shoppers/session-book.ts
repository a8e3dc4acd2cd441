import type { ResponseExchange } from '../../kernel/network/exchange';
import { MADE_FOR_HEADER, sessionIn } from '../store/session-cookie';

/** What an answer makes of a shopper's session. */
export interface SessionTaken {
  /** The session that the browser holds from now on. @default - none */
  readonly session: string | undefined;
  /** Whether the answer was made for somebody else. */
  readonly isAnothers: boolean;
  /** Whether the store took a form without the session that it belongs to: what it did is in nobody's basket. */
  readonly isLost: boolean;
}

/** What the store answers to a form that it has taken. */
const SEE_OTHER = 303;

/**
 * Remembers which sessions were handed out. A `Set-Cookie` belongs to the shopper who gets it first: another one who gets it again holds
 * another's session. So does who gets a page with a basket that was made for a session of somebody else.
 */
export class SessionBook {
  private readonly handedOut = new Set<string>();

  /**
   * @param held the session that the browser sent. @default - none
   * @param isForm whether it sent a form
   */
  take(
    held: string | undefined,
    { status, headers }: Pick<ResponseExchange, 'status' | 'headers'>,
    isForm = false,
  ): SessionTaken {
    const given = sessionIn(headers['set-cookie']);
    const session = given ?? held;
    const madeFor = headers[MADE_FOR_HEADER];
    let isAnothers = madeFor !== undefined && madeFor !== session;
    if (given !== undefined && given !== held) {
      isAnothers ||= this.handedOut.has(given);
      this.handedOut.add(given);
    }
    const isKnown = held === undefined ? given !== undefined : madeFor === held;
    return { session, isAnothers, isLost: isForm && status === SEE_OTHER && !isKnown };
  }
}

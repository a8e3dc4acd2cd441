import type { Exchange } from '../../../lib/rehearsal/kernel/network/exchange';
import { aResponse } from '../../parity/helpers/exchanges';
import type { ReceivedRequest } from './fake-host';
import { REFUSED } from './store-does';

/** What a store sends with a page. */
export interface StoreHeaders {
  readonly 'cache-control'?: string;
  readonly vary?: string;
  /** Whether whoever comes without a session gets one. */
  readonly startsSessions: boolean;
}

/** How a store does. */
export type StoreState = 200 | 404 | 410 | 500 | 503 | 'silent' | 'refuses';

/** What an answer was made of: all that the store could tell of who asked. */
export interface MadeFor {
  /** Different for every answer of the store. */
  readonly answer: number;
  /** The session of the request. @default - it came without one */
  readonly session?: string;
  readonly authorization?: string;
  readonly language?: string;
  readonly forwardedHost?: string;
}

/** Long enough for others to ask meanwhile. */
const SLOW_MS = 3_000;

/**
 * A store that makes its pages for each visitor, and starts a session for everybody without one: for all visitors, on
 * every path, with whatever status.
 */
export class SessionStore {
  private answers = 0;

  answer({ headers }: ReceivedRequest, state: StoreState, sends: StoreHeaders): Exchange {
    if (state === 'refuses') {
      return REFUSED;
    }
    if (state === 'silent') {
      return { kind: 'no-response', connectMs: 20 };
    }
    this.answers += 1;
    const session = headers['cookie'];
    const made: MadeFor = {
      answer: this.answers,
      ...(session && { session }),
      ...(headers['authorization'] && { authorization: headers['authorization'] }),
      ...(headers['accept-language'] && { language: headers['accept-language'] }),
      ...(headers['x-forwarded-host'] && { forwardedHost: headers['x-forwarded-host'] }),
    };
    const { 'cache-control': cacheControl, vary, startsSessions } = sends;
    return aResponse({
      status: state,
      firstByteMs: SLOW_MS,
      headers: {
        ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
        ...(vary !== undefined && { vary }),
        ...(startsSessions && session === undefined && { 'set-cookie': `session=${this.answers}` }),
      },
      body: Buffer.from(JSON.stringify(made)),
    });
  }
}

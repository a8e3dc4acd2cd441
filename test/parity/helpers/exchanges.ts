import type { ResponseExchange } from '../../../lib/rehearsal/kernel/network/exchange';

/** A response at once with status 200 and no body, but for what a test says. */
export function aResponse(but: Partial<ResponseExchange> = {}): ResponseExchange {
  return {
    kind: 'response',
    connectMs: 10,
    firstByteMs: 20,
    bodyMs: 30,
    status: 200,
    headers: {},
    body: new Uint8Array(),
    ...but,
  };
}

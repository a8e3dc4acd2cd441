import type { Exchange } from '../network/exchange';
import type { Host, NetworkRequest } from '../network/network';
import { httpExchange } from './http-exchange';

/** Longer than any client of an Understudy stack waits for the store; a client's own timeouts come first. */
const TIMEOUT_MS = 10_000;

/** The store at its addresses, where a real process answers, or does not. */
export class RemoteStore implements Host {
  constructor(
    private readonly addresses: ReadonlySet<string>,
    private readonly process: { readonly port: number },
  ) {}

  answersAt(address: string): boolean {
    return this.addresses.has(address);
  }

  exchange(_address: string, request: NetworkRequest): Promise<Exchange> {
    return httpExchange({ port: this.process.port, request, timeoutMs: TIMEOUT_MS });
  }
}

import { seededRandom } from '../kernel/clock/random';
import { type MaybePromise, thenNow } from '../kernel/maybe-promise';
import type { Exchange } from '../kernel/network/exchange';
import type { Host, NetworkRequest } from '../kernel/network/network';
import { type ExampleStore, storeAnswer } from '../play/store/example-store';
import { ShopSessions } from '../play/store/shop-sessions';
import { NO_TROUBLES, SimulatedStore } from '../play/store/simulated-store';
import { httpExchange } from './http-exchange';

/** Longer than any client waits for the store, CloudFront's longest read timeout included; theirs come first. */
const TIMEOUT_MS = 130_000;

/** Where a process of this machine listens; 0 as long as it has never run. */
export interface ListeningProcess {
  readonly port: number;
}

/** The store at its addresses: a real process that answers, or does not. Before its first start it is simulated. */
export class RemoteStore implements Host {
  private readonly simulated: SimulatedStore;

  constructor(
    addresses: ReadonlySet<string>,
    private readonly example: ExampleStore,
    private readonly process: ListeningProcess,
  ) {
    const sessions = new ShopSessions(seededRandom(1), 'before-');
    this.simulated = new SimulatedStore(addresses, example, { ...NO_TROUBLES, sessions });
  }

  answersAt(address: string): boolean {
    return this.simulated.answersAt(address);
  }

  exchange(address: string, request: NetworkRequest, startMs: number): MaybePromise<Exchange> {
    const { port } = this.process;
    return port === 0
      ? this.simulated.exchange(address, request, startMs)
      : thenNow(httpExchange({ port, request, timeoutMs: TIMEOUT_MS }), (exchange) =>
          this.asSlow(exchange, request),
        );
  }

  /** Nobody has to sit out the work that the store has with it, but clients count it. */
  private asSlow(exchange: Exchange, request: NetworkRequest): Exchange {
    if (exchange.kind !== 'response') {
      return exchange;
    }
    return { ...exchange, firstByteMs: exchange.firstByteMs + storeAnswer(this.example, request).workMs };
  }
}

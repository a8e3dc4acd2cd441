import type { Exchange } from '../network/exchange';
import type { Host, NetworkRequest } from '../network/network';
import type { Soon } from '../soon';
import type { ExampleStore } from '../store/example-store';
import { SimulatedStore } from '../store/simulated-store';
import { httpExchange } from './http-exchange';

/** Longer than any client of an Understudy stack waits for the store; a client's own timeouts come first. */
const TIMEOUT_MS = 10_000;

/** Where a process of this machine listens; 0 as long as it has never run. */
export interface ListeningProcess {
  readonly port: number;
}

/** The store at its addresses: a real process that answers, or does not. Before its first start it is simulated. */
export class RemoteStore implements Host {
  private readonly simulated: SimulatedStore;

  constructor(
    addresses: ReadonlySet<string>,
    example: ExampleStore,
    private readonly process: ListeningProcess,
  ) {
    this.simulated = new SimulatedStore(addresses, example);
  }

  answersAt(address: string): boolean {
    return this.simulated.answersAt(address);
  }

  exchange(address: string, request: NetworkRequest, startMs: number): Soon<Exchange> {
    const { port } = this.process;
    return port === 0
      ? this.simulated.exchange(address, request, startMs)
      : httpExchange({ port, request, timeoutMs: TIMEOUT_MS });
  }
}

import type { Exchange } from '../network/exchange';
import type { Host, NetworkRequest } from '../network/network';
import { type ExampleStore, storeAnswer } from './example-store';

/** A way for the store to fail, as the network sees it. */
export type FaultKind = 'refuses';

/** Emulation: round trips between a client and the store. The same for everybody. */
const CONNECT_MS = 30;
const FIRST_BYTE_MS = 120;
const BODY_MS = 30;

/** What clients meet while a fault lasts. */
const FAULTS: Readonly<Record<FaultKind, (request: NetworkRequest) => Exchange>> = {
  // A closed port answers the first packet with a reset: one round trip.
  refuses: () => ({ kind: 'connect-refused', elapsedMs: CONNECT_MS }),
};

/** The store at its addresses, on the virtual clock: well, or broken by a scenario. */
export class SimulatedStore implements Host {
  private fault: FaultKind | undefined;

  constructor(
    private readonly addresses: ReadonlySet<string>,
    private readonly store: ExampleStore,
  ) {}

  break(fault: FaultKind): void {
    this.fault = fault;
  }

  repair(): void {
    this.fault = undefined;
  }

  answersAt(address: string): boolean {
    return this.addresses.has(address);
  }

  async exchange(_address: string, request: NetworkRequest): Promise<Exchange> {
    if (this.fault !== undefined) return FAULTS[this.fault](request);
    const { status, headers, body } = storeAnswer(this.store, request);
    return {
      kind: 'response',
      connectMs: CONNECT_MS,
      firstByteMs: FIRST_BYTE_MS,
      bodyMs: BODY_MS,
      status,
      headers,
      body: Buffer.from(body),
    };
  }
}

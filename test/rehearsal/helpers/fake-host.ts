import type { Exchange } from '../../../lib/rehearsal/kernel/network/exchange';
import type { Host, NetworkRequest } from '../../../lib/rehearsal/kernel/network/network';
import { aResponse } from '../../parity/helpers/exchanges';

/** A request and the address it went to. */
export interface ReceivedRequest extends NetworkRequest {
  readonly address: string;
  readonly startMs: number;
}

/** A host at every address that answers as `answer` says, and keeps what it was asked. */
export class FakeHost implements Host {
  readonly received: ReceivedRequest[] = [];
  /** Replace it to change the answer. */
  answer: (request: ReceivedRequest) => Exchange = () => aResponse();

  answersAt(): boolean {
    return true;
  }

  async exchange(address: string, request: NetworkRequest, startMs: number): Promise<Exchange> {
    const received = { ...request, address, startMs };
    this.received.push(received);
    return this.answer(received);
  }
}

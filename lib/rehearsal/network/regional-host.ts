import type { Soon } from '../soon';
import type { Exchange } from './exchange';
import type { Host, NetworkRequest } from './network';

/** A host in one region, which can't be reached while the region stands still. */
export class RegionalHost implements Host {
  constructor(
    private readonly host: Host,
    private readonly isLost: () => boolean,
  ) {}

  answersAt(address: string): boolean {
    return this.host.answersAt(address);
  }

  exchange(address: string, request: NetworkRequest, startMs: number): Soon<Exchange> {
    return this.isLost()
      ? { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }
      : this.host.exchange(address, request, startMs);
  }
}

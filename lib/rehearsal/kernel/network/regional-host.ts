import type { Soon } from '../soon';
import type { Exchange } from './exchange';
import type { Host, NetworkRequest } from './network';

/** The region that a fault can take: CloudFront's and Route 53's own, where Understudy's stack is. */
const LOST_REGION = 'us-east-1';

/** A host in regions, of which one may stand still: what is there can't be reached then. */
export class RegionalHost implements Host {
  constructor(
    private readonly host: Host,
    private readonly isLost: () => boolean,
  ) {}

  answersAt(address: string): boolean {
    return this.host.answersAt(address);
  }

  exchange(address: string, request: NetworkRequest, startMs: number): Soon<Exchange> {
    return this.isLost() && regionIn(address) === LOST_REGION
      ? { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }
      : this.host.exchange(address, request, startMs);
  }
}

/**
 * AWS names the region of an endpoint in its host name. Emulation: one that names none is in us-east-1.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
const regionIn = (address: string): string =>
  /\.([a-z]+(?:-[a-z]+)+-\d+)\.amazonaws\.com$/.exec(address)?.[1] ?? LOST_REGION;

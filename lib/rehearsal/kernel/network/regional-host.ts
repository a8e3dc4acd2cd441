import { HOME_REGION } from '../home-region';
import type { MaybePromise } from '../maybe-promise';
import type { Exchange } from './exchange';
import type { Host, NetworkRequest } from './network';

/** A host in regions, of which a fault can take the one where Understudy's stack is: what is there can't be reached then. */
export class RegionalHost implements Host {
  constructor(
    private readonly host: Host,
    private readonly isLost: () => boolean,
  ) {}

  answersAt(address: string): boolean {
    return this.host.answersAt(address);
  }

  exchange(address: string, request: NetworkRequest, startMs: number): MaybePromise<Exchange> {
    return this.isLost() && regionIn(address) === HOME_REGION
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
  /\.([a-z]+(?:-[a-z]+)+-\d+)\.amazonaws\.com$/.exec(address)?.[1] ?? HOME_REGION;

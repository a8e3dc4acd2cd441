import type { MaybePromise } from '../maybe-promise';
import type { Exchange } from './exchange';
import type { Host, NetworkRequest } from './network';

/** Emulation: a round trip to connect, two for TLS. AWS states no figures. */
const HANDSHAKE_MS = 30;

/** A host of AWS's own with AWS's own certificate: a client that wants another name turns away before it has asked. */
export class CertifiedHost implements Host {
  /** @param domainAt the last labels of an address; the certificate has `*.` before them */
  constructor(
    private readonly host: Host,
    private readonly domainAt: (address: string) => string,
  ) {}

  answersAt(address: string): boolean {
    return this.host.answersAt(address);
  }

  exchange(address: string, request: NetworkRequest, startMs: number): MaybePromise<Exchange> {
    const { protocol = 'https', certificateNames } = request;
    const isRefused =
      protocol === 'https' &&
      certificateNames !== undefined &&
      !certificateNames.some((name) => wildcardCovers(this.domainAt(address), name));
    return isRefused
      ? { kind: 'tls-failure', reason: 'certificate', elapsedMs: HANDSHAKE_MS }
      : this.host.exchange(address, request, startMs);
  }
}

/**
 * Whether a certificate for `*.<domain>` is good for a name. The asterisk stands for one label.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9525#section-6.3
 */
export function wildcardCovers(domain: string, name: string): boolean {
  const [label = '', ...rest] = name.toLowerCase().split('.');
  return label !== '' && rest.join('.') === domain.toLowerCase();
}

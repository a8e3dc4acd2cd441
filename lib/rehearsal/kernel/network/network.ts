import type { MaybePromise } from '../maybe-promise';
import type { Exchange } from './exchange';

/** A request as a client puts it on the wire. */
export interface NetworkRequest {
  readonly method: string;
  /** Path and query, with a leading slash. */
  readonly path: string;
  /** Lower-case names, one value each; `host` is what the client asks for, wherever it connects to. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the client speaks. @default 'https' */
  readonly protocol?: 'http' | 'https';
  /** Names of which the certificate must have one, over HTTPS. @default - the client takes any */
  readonly certificateNames?: readonly string[];
  /** Whether the client asks for nothing but the connection. @default false */
  readonly connectsOnly?: boolean;
  /** @default - no body */
  readonly body?: Uint8Array;
  /** Which of its locations a network with many serves this client from. @default 0 */
  readonly location?: number;
}

/** The path of a request without its query. */
export function pathOf({ path }: Pick<NetworkRequest, 'path'>): string {
  const end = path.indexOf('?');
  return end < 0 ? path : path.slice(0, end);
}

/** Something that answers at addresses: a store, an edge, an API. */
export interface Host {
  /** Whether this host has the address: an IP address or a host name that no zone of the stack knows. */
  answersAt(address: string): boolean;
  /** @param startMs when the client starts to connect; not before the clock's present */
  exchange(address: string, request: NetworkRequest, startMs: number): MaybePromise<Exchange>;
}

/** Every address that a rehearsal knows. The first host that answers at an address has it. */
export class Internet implements Host {
  private readonly hosts: Host[] = [];
  /** Whose an address is never changes, and everybody asks for the same few. */
  private readonly known = new Map<string, Host>();

  add(host: Host): void {
    this.hosts.push(host);
  }

  answersAt(address: string): boolean {
    return this.hosts.some((host) => host.answersAt(address));
  }

  exchange(address: string, request: NetworkRequest, startMs: number): MaybePromise<Exchange> {
    const host = this.hostAt(address);
    return host === undefined
      ? { kind: 'dns-failure', elapsedMs: 0 }
      : host.exchange(address, request, startMs);
  }

  private hostAt(address: string): Host | undefined {
    const known = this.known.get(address);
    if (known !== undefined) {
      return known;
    }
    const host = this.hosts.find((candidate) => candidate.answersAt(address));
    if (host !== undefined) {
      this.known.set(address, host);
    }
    return host;
  }
}

/**
 * What came of one attempt to talk to an endpoint, as the network saw it: every client (a health checker,
 * CloudFront) applies its own timeouts to it. All durations are milliseconds, each of its own phase.
 */
export type Exchange =
  | UnconnectedExchange
  | TlsFailureExchange
  | ResetExchange
  | SilentExchange
  | ResponseExchange;

/** An attempt that never got a connection. */
export interface UnconnectedExchange {
  readonly kind: 'dns-failure' | 'connect-refused' | 'connect-timeout';
  /** From the start until the network gave up. `Infinity` for a black hole: only the client's timeout ends it. */
  readonly elapsedMs: number;
}

/** A connection on which TLS could not be agreed. */
export interface TlsFailureExchange {
  readonly kind: 'tls-failure';
  /** `certificate`: only a client that validates certificates fails. `handshake`: every client fails. */
  readonly reason: 'certificate' | 'handshake';
  /** From the start until the failure. */
  readonly elapsedMs: number;
  /** What a client that validates no certificate meets. @default - nothing is known about it */
  readonly behind?: Exchange;
}

/** A connection that was dropped before a complete response. */
export interface ResetExchange {
  readonly kind: 'reset';
  /** From the start until the connection dropped. */
  readonly elapsedMs: number;
}

/** A connection that was established and then stayed silent for good. */
export interface SilentExchange {
  readonly kind: 'no-response';
  /** TCP, and TLS where it is used. */
  readonly connectMs: number;
}

/** A complete HTTP response, however slow. */
export interface ResponseExchange {
  readonly kind: 'response';
  /** TCP, and TLS where it is used. */
  readonly connectMs: number;
  /** From connecting to the status line. */
  readonly firstByteMs: number;
  /** From the status line to the last byte of the body. */
  readonly bodyMs: number;
  readonly status: number;
  /** Lower-case names, one value each. */
  readonly headers: Readonly<Record<string, string>>;
  /** Content encodings already undone. */
  readonly body: Uint8Array;
}

/** What a client meets that validates no certificate, as far as it is known. */
export const unvalidated = (exchange: Exchange): Exchange =>
  exchange.kind === 'tls-failure' && exchange.reason === 'certificate'
    ? (exchange.behind ?? exchange)
    : exchange;

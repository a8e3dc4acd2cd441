import {
  type Exchange,
  type ResetExchange,
  type ResponseExchange,
  type SilentExchange,
  type TlsFailureExchange,
  unvalidated,
} from '../../../kernel/network/exchange';
import { CHECKER_WORDS } from './checker-words';

/**
 * The part of a health check that judges one request of one health checker: of a played one in a rehearsal, of a real
 * one in `npx understudy verify`.
 */
export interface ProbeCheck {
  readonly type: 'HTTP' | 'HTTPS' | 'HTTP_STR_MATCH' | 'HTTPS_STR_MATCH' | 'TCP';
  /** Case-sensitive, at most 255 characters. @default - only the `_STR_MATCH` types have one */
  readonly searchString?: string;
}

/** What one health checker makes of one request. */
export interface ProbeVerdict {
  readonly healthy: boolean;
  readonly because: string;
  /** The same in the words of AWS's checkers, as far as they are known. */
  readonly says: string;
  /** From the start of the request until the checker knew, in milliseconds. */
  readonly elapsedMs: number;
}

type ConnectedExchange = TlsFailureExchange | ResetExchange | SilentExchange | ResponseExchange;

/**
 * How long a health checker waits for each step of one request, and how far it reads.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export const CHECKER_LIMITS = {
  httpConnectMs: 4_000,
  tcpConnectMs: 10_000,
  /** From connecting to the status. */
  statusMs: 2_000,
  /** From the status to the body. */
  bodyMs: 2_000,
  searchedBytes: 5_120,
} as const;

const { statusMs: STATUS_MS, bodyMs: BODY_MS, searchedBytes: SEARCHED_BYTES } = CHECKER_LIMITS;

/** How long a health checker of a type waits for a connection. */
export const connectLimitMs = (type: ProbeCheck['type']): number =>
  type === 'TCP' ? CHECKER_LIMITS.tcpConnectMs : CHECKER_LIMITS.httpConnectMs;

const pass = (because: string, elapsedMs: number, says = because): ProbeVerdict => ({
  healthy: true,
  because,
  says,
  elapsedMs,
});
const fail = (because: string, elapsedMs: number, says = because): ProbeVerdict => ({
  healthy: false,
  because,
  says,
  elapsedMs,
});
const late = (because: string, elapsedMs: number): ProbeVerdict =>
  fail(because, elapsedMs, CHECKER_WORDS.tooLate);

/**
 * Judges one request of one health checker. Emulation: AWS does not say whether its time limits include the last
 * instant; here they do, and the time for TLS is part of connecting.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export function probeVerdict(check: ProbeCheck, met: Exchange): ProbeVerdict {
  // HTTPS health checks don't validate certificates: an expired or foreign one changes nothing.
  const exchange = unvalidated(met);
  // A TCP connection must come about within four seconds for the HTTP types, within ten for TCP.
  const limitMs = connectLimitMs(check.type);
  switch (exchange.kind) {
    case 'dns-failure':
      return fail('DNS resolution failed', exchange.elapsedMs);
    case 'connect-refused':
      return fail('the connection was refused', exchange.elapsedMs);
    case 'connect-timeout':
      return late('no connection in time', Math.min(exchange.elapsedMs, limitMs));
  }
  if (connectedMs(exchange) > limitMs) {
    return late(`no connection within ${limitMs} ms`, limitMs);
  }
  return check.type === 'TCP' ? tcpVerdict(exchange) : httpVerdict(check, exchange);
}

/** When the connection was there, as far as the exchange tells; TLS that could not be agreed took until its failure. */
function connectedMs(exchange: ConnectedExchange): number {
  if (exchange.kind === 'reset') {
    return 0;
  }
  return exchange.kind === 'tls-failure' ? exchange.elapsedMs : exchange.connectMs;
}

// A TCP health check asks for the connection only: what becomes of it afterwards does not count.
function tcpVerdict(exchange: ConnectedExchange): ProbeVerdict {
  return pass('connected', 'connectMs' in exchange ? exchange.connectMs : exchange.elapsedMs);
}

function httpVerdict(check: ProbeCheck, exchange: ConnectedExchange): ProbeVerdict {
  switch (exchange.kind) {
    case 'tls-failure':
      return tlsVerdict(exchange);
    case 'reset':
      return fail('the connection was reset', Math.min(exchange.elapsedMs, longestMs(check)));
    case 'no-response':
      return late(`no status within ${STATUS_MS} ms of connecting`, exchange.connectMs + STATUS_MS);
    case 'response':
      return responseVerdict(check, exchange);
  }
}

/** How long a checker waits at the very most. */
const longestMs = ({ type }: ProbeCheck): number =>
  CHECKER_LIMITS.httpConnectMs + STATUS_MS + (type.endsWith('_STR_MATCH') ? BODY_MS : 0);

// Emulation: where nothing is known about what is behind a certificate, the endpoint is taken to have answered well.
function tlsVerdict({ reason, elapsedMs }: TlsFailureExchange): ProbeVerdict {
  return reason === 'certificate'
    ? pass('health checks do not validate certificates', elapsedMs)
    : fail('the TLS handshake failed', elapsedMs, CHECKER_WORDS.noTls);
}

function responseVerdict(check: ProbeCheck, response: ResponseExchange): ProbeVerdict {
  const { connectMs, firstByteMs, status } = response;
  // The status must arrive within two seconds after connecting.
  if (firstByteMs > STATUS_MS) {
    return late(`no status within ${STATUS_MS} ms of connecting`, connectMs + STATUS_MS);
  }
  // 2xx and 3xx are healthy. A redirect counts as it is: health checkers don't follow it.
  const words = CHECKER_WORDS.status(status);
  if (status < 200 || status > 399) {
    return fail(`status ${status}`, connectMs + firstByteMs, words);
  }
  return check.type.endsWith('_STR_MATCH')
    ? stringMatchVerdict(check, response)
    : pass(`status ${status}`, connectMs + firstByteMs, words);
}

function stringMatchVerdict(check: ProbeCheck, response: ResponseExchange): ProbeVerdict {
  const statusMs = response.connectMs + response.firstByteMs;
  // The body must arrive within two more seconds after the status.
  if (response.bodyMs > BODY_MS) {
    return late(`no body within ${BODY_MS} ms of the status`, statusMs + BODY_MS);
  }
  // The whole string must lie in the first 5,120 bytes. Route 53 undoes gzip and deflate before it looks, and no
  // other encoding. Emulation: the exchange's body is already decoded, whatever the encoding was.
  const searched = Buffer.from(response.body.buffer, response.body.byteOffset, response.body.byteLength);
  const found = searched.subarray(0, SEARCHED_BYTES).includes(check.searchString ?? '');
  const where = `the search string in the first ${SEARCHED_BYTES} bytes`;
  return found
    ? pass(
        `status ${response.status} and ${where}`,
        statusMs + response.bodyMs,
        CHECKER_WORDS.status(response.status),
      )
    : fail(`status ${response.status} without ${where}`, statusMs + response.bodyMs, CHECKER_WORDS.noText);
}

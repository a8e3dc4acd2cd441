import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { after, steadyNowMs } from '../../../lambda/shared/contract/wall-clock';
import type { Exchange } from '../kernel/network/exchange';
import type { NetworkRequest } from '../kernel/network/network';

/** A request to a server on this machine. */
export interface HttpExchangeOptions {
  readonly port: number;
  readonly request: NetworkRequest;
  /** After how many milliseconds of wall time the answer counts as one that never comes. */
  readonly timeoutMs: number;
}

/**
 * Asks a real server, each time on a connection of its own, and tells what came of it. Its durations are
 * milliseconds of wall time, whatever the speed of the rehearsal's clock: the server is as fast as it is.
 */
export function httpExchange({ port, request, timeoutMs }: HttpExchangeOptions): Promise<Exchange> {
  return new Promise((resolve) => {
    const { method, path, headers, body } = request;
    const phases = new Phases();
    const outgoing = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false });
    const stopWaiting = after(timeoutMs, () => end(phases.silence()));
    const end = (exchange: Exchange): void => {
      stopWaiting();
      outgoing.destroy();
      resolve(exchange);
    };
    outgoing.on('error', (error: NodeJS.ErrnoException) => end(phases.failure(error.code)));
    outgoing.on('response', (response) => readResponse(response, phases).then(end));
    watchConnection(outgoing, phases);
    outgoing.end(body);
  });
}

/** When each phase of a request ended. */
class Phases {
  private readonly startedMs = steadyNowMs();
  private connectedMs: number | undefined;
  private firstByteMs = 0;

  connected(): void {
    this.connectedMs = steadyNowMs();
  }

  firstByte(): void {
    this.firstByteMs = steadyNowMs();
  }

  /** Nothing came in time. */
  silence(): Exchange {
    return this.connectedMs === undefined
      ? { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }
      : { kind: 'no-response', connectMs: this.connectedMs - this.startedMs };
  }

  failure(code: string | undefined): Exchange {
    const elapsedMs = steadyNowMs() - this.startedMs;
    return code === 'ECONNREFUSED' ? { kind: 'connect-refused', elapsedMs } : { kind: 'reset', elapsedMs };
  }

  durations() {
    const connectedMs = this.connectedMs ?? this.startedMs;
    return {
      connectMs: connectedMs - this.startedMs,
      firstByteMs: this.firstByteMs - connectedMs,
      bodyMs: steadyNowMs() - this.firstByteMs,
    };
  }
}

function watchConnection(outgoing: ClientRequest, phases: Phases): void {
  outgoing.on('socket', (socket) => socket.once('connect', () => phases.connected()));
}

async function readResponse(response: IncomingMessage, phases: Phases): Promise<Exchange> {
  phases.firstByte();
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
    }
  } catch {
    return phases.failure('ECONNRESET');
  }
  return {
    kind: 'response',
    ...phases.durations(),
    status: response.statusCode ?? 0,
    headers: singleValues(response.headers),
    body: Buffer.concat(chunks),
  };
}

const singleValues = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

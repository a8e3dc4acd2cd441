import http, { type IncomingHttpHeaders, type RequestOptions, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable, Writable } from 'node:stream';

/** Takes the answer: an `IncomingMessage`, as far as the SDK uses it. */
type OnResponse = (response: Readable) => void;

/**
 * Node.js's `http` for functions. What they send to a server of this process is handed to it without a socket, which
 * costs more than all that the emulated services do; everything else goes its usual way.
 * @param servers that listen on a port
 */
export function inProcessHttp(servers: readonly Server[]): typeof http {
  const byPort = new Map(servers.map((server) => [(server.address() as AddressInfo).port, server]));
  const request = (options: RequestOptions, ...rest: readonly unknown[]): Writable => {
    const server = options.host === '127.0.0.1' ? byPort.get(Number(options.port)) : undefined;
    return server === undefined
      ? Reflect.apply(http.request, http, [options, ...rest])
      : new InProcessRequest(server, options, rest[0] as OnResponse | undefined);
  };
  return { ...http, request: request as typeof http.request };
}

/** A `ClientRequest` that is sent as soon as its body is there. */
class InProcessRequest extends Writable {
  /** Connected from the start: nobody has to wait for it, nor to give up. */
  readonly socket = {
    connecting: false,
    setKeepAlive: () => undefined,
    setTimeout: () => undefined,
    removeListener: () => undefined,
  };
  private readonly chunks: Uint8Array[] = [];

  constructor(
    private readonly server: Server,
    private readonly options: RequestOptions,
    onResponse: OnResponse = () => undefined,
  ) {
    super();
    this.once('response', onResponse);
  }

  /** The handler's own timeout is all that a service of this process could run into. */
  setTimeout(): this {
    return this;
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    const { method, path: url, headers } = this.options;
    const received = Object.assign(streamOf(Buffer.concat(this.chunks)), { method, url, headers });
    this.server.emit('request', received, new InProcessAnswer((response) => this.emit('response', response)));
    done();
  }
}

/** A `ServerResponse` that is handed over as soon as it ends. */
class InProcessAnswer {
  statusCode = 200;
  private headers: IncomingHttpHeaders = {};

  constructor(private readonly hand: OnResponse) {}

  setHeader(name: string, value: string | number): void {
    this.headers[name.toLowerCase()] = String(value);
  }

  writeHead(statusCode: number, headers: Readonly<Record<string, string>>): void {
    this.statusCode = statusCode;
    this.headers = { ...this.headers, ...headers };
  }

  end(body: string | Uint8Array = ''): void {
    const { statusCode, headers } = this;
    this.hand(Object.assign(streamOf(Buffer.from(body)), { statusCode, statusMessage: '', headers }));
  }
}

function streamOf(body: Buffer): Readable {
  const stream = new Readable({ read: () => undefined });
  if (body.length > 0) {
    stream.push(body);
  }
  stream.push(null);
  return stream;
}

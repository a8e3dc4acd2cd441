import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RehearsalError } from '../kernel/errors';

/** Where a server of a live rehearsal listens. */
export interface LocalServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** The option of the command line that the port came from. */
  readonly option: string;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** A server that only this machine can reach. */
export interface LocalServer {
  readonly port: number;
  close(): Promise<void>;
}

/** @throws RehearsalError PORT_IN_USE */
export async function startLocalServer({ port, option, answer }: LocalServerOptions): Promise<LocalServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => fail(response, error));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'EADDRINUSE'
      ? new RehearsalError(
          'PORT_IN_USE',
          `${option}: is taken by another program, got ${port}; choose another port, or 0 for any free one`,
          { cause },
        )
      : cause;
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Says what went wrong, as long as there is somebody to hear it. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
  } else {
    response
      .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      .end(`The rehearsal failed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

/** The whole body of a request. */
export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

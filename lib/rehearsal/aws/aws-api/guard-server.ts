import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { type ApiRequest, type ApiResponse, readRequest, send } from './server';

/** Puts a guard before a server: it gets only those requests that are not refused. */
export function guardServer(server: Server, refuse: (request: ApiRequest) => ApiResponse | undefined): void {
  const behind = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    readRequest(request, request.url ?? '')
      .then((read) => {
        const refused = refuse(read);
        if (refused !== undefined) {
          send(response, refused);
          return;
        }
        for (const listener of behind) {
          listener.call(server, again(request, read.body), response);
        }
      })
      .catch((error) => response.destroy(error));
  });
}

/** The same request, to be read once more. */
function again(request: IncomingMessage, body: Uint8Array): IncomingMessage {
  const { method, url, headers, socket } = request;
  return Object.assign(Readable.from(Buffer.from(body)), {
    method,
    url,
    headers,
    socket,
  }) as unknown as IncomingMessage;
}

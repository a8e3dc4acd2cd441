import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { letProcessEnd } from './idle-server';

/** A call as it came over the wire. */
export interface ApiRequest {
  readonly method: string;
  /** Below the service's own prefix, such as `/bucket/key`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What a service answers. */
export interface ApiResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** One emulated AWS service, as the SDK speaks to it. */
export type ApiService = (request: ApiRequest) => ApiResponse;

/** A running server for emulated services. */
export interface ApiServer {
  /** The SDK's own environment variables that lead its clients here. */
  readonly env: Readonly<Record<string, string>>;
  /** Listens on a local port. */
  readonly server: Server;
  close(): Promise<void>;
}

/**
 * Serves emulated services on a local port, so that the AWS SDK inside a bundle runs as it is. It does not keep the
 * process alive.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 * @param services by the name that the SDK uses in `AWS_ENDPOINT_URL_<NAME>`
 */
export async function startApiServer(services: Readonly<Record<string, ApiService>>): Promise<ApiServer> {
  const server = createServer((request, response) => {
    answer(request, services)
      .catch(notModelled)
      .then((result) => send(response, result));
  });
  letProcessEnd(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      // A service that is not modelled must fail here, not reach AWS.
      AWS_ENDPOINT_URL: `${base}/OTHER`,
      ...Object.fromEntries(
        Object.keys(services).map((name) => [`AWS_ENDPOINT_URL_${name}`, `${base}/${name}`]),
      ),
    },
    server,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  services: Readonly<Record<string, ApiService>>,
): Promise<ApiResponse> {
  const [, name = '', ...rest] = (request.url ?? '').split('/');
  const service = services[name];
  if (service === undefined) {
    return { status: 404, contentType: 'text/plain', body: `no service ${name}` };
  }
  return service(await readRequest(request, `/${rest.join('/')}`));
}

/** Takes in a whole request. @param path without what leads to the service */
export async function readRequest(request: IncomingMessage, path: string): Promise<ApiRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return {
    method: request.method ?? 'GET',
    path,
    headers: Object.fromEntries(Object.entries(request.headers).map(([key, value]) => [key, String(value)])),
    body: Buffer.concat(chunks),
  };
}

/** A request that a service can't read. The SDK does not retry this status. */
const notModelled = (error: unknown): ApiResponse => ({
  status: 400,
  contentType: 'text/plain',
  body: `the rehearsal does not model this request: ${error}`,
});

/** Gives an answer. */
export function send(response: ServerResponse, { status, contentType, body }: ApiResponse): void {
  response.writeHead(status, { 'content-type': contentType });
  response.end(body);
}

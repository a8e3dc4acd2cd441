import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { MINUTE_MS } from '../../../../lambda/shared/contract/clock-units';
import type { ProbedEndpoint } from '../probe/probed-endpoint';

/** How an origin answered a browser that takes compressed pages. */
export interface EncodedAnswer {
  readonly status: number;
  /** @default - the origin does not say */
  readonly contentType?: string;
  /** @default - the body is as it is */
  readonly contentEncoding?: string;
  /** Of the body as it came over the wire. */
  readonly bytes: number;
}

/** As long as CloudFront may wait for a payment, in milliseconds. */
const TIMEOUT_MS = MINUTE_MS;

/**
 * Asks a page as CloudFront does for a browser: over HTTPS, with the encodings that all browsers take.
 * @throws Error when nobody answers
 */
export function askEncoding({ host, ipAddress, port, path }: ProbedEndpoint): Promise<EncodedAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: ipAddress ?? host,
      port,
      path,
      agent: false,
      servername: host ?? '',
      // Whether the certificate is good is for others to say.
      rejectUnauthorized: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { host: host ?? ipAddress ?? '', accept: 'text/html,*/*', 'accept-encoding': 'gzip, br' },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => read(response).then(resolve, reject));
    outgoing.end();
  });
}

async function read(response: IncomingMessage): Promise<EncodedAnswer> {
  const { statusCode: status = 0, headers } = response;
  let bytes = 0;
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length;
  }
  return {
    status,
    contentType: headers['content-type'],
    contentEncoding: headers['content-encoding'],
    bytes,
  };
}

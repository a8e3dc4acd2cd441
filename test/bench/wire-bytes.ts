import { once } from 'node:events';
import { connect, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';

/** What CloudFront and the emergency site send with a page that fills the tab. */
const HEADERS = {
  ':status': 503,
  // S3 says what the upload guesses from the name: no character set, which the page itself states.
  'content-type': 'text/html',
  'content-encoding': 'br',
  'content-language': 'en',
  'cache-control': 'no-store',
  'retry-after': '120',
  server: 'AmazonS3',
  via: '1.1 0123456789abcdef0123456789abcdef.cloudfront.net (CloudFront)',
  'x-cache': 'Hit from cloudfront',
  'x-amz-cf-pop': 'FRA56-P1',
  'x-amz-cf-id': '0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJ==',
};

/** The bytes a browser receives for a page over HTTP/2: brotli, headers, frames; TLS not counted. */
export async function wireBytes(html: string): Promise<number> {
  const server = createServer((_request, response) => {
    response.stream.respond(HEADERS);
    response.stream.end(brotliCompressSync(html));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await once(client, 'remoteSettings');
  const before = client.socket.bytesRead;
  const request = client.request({ ':path': '/' });
  request.resume();
  await once(request, 'end');
  const bytes = client.socket.bytesRead - before;
  client.close();
  server.close();
  return bytes;
}

import type { Platform } from '../ports';

/** A message waits for it. */
const TIMEOUT_MS = 2_000;

/** Shopify's, with all of its components, has some 10 KB. */
const MAX_BYTES = 65_536;

/** A platform's status page over HTTPS, asked once. It is no part of AWS, so that it gets no credentials and no redirect. */
export class FetchPlatform implements Platform {
  /** @throws Error when it is out of reach, slow, long or anything but a page with status 200 */
  async summary(url: string): Promise<string> {
    const { protocol, host } = new URL(url);
    if (protocol !== 'https:') {
      throw new Error(`${host}: must be asked over https, got ${protocol}`);
    }
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status !== 200) {
      throw new Error(`${host}: answered ${response.status}`);
    }
    return readAtMost(response, host);
  }
}

async function readAtMost({ body }: Response, host: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) {
      throw new Error(`${host}: sent more than ${MAX_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

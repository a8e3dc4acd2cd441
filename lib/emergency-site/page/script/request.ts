const TIMEOUT_MS = 10_000;
const MAX_LENGTH = 10_000;

/** The body of an answer, and what the host's clock said. */
export interface TextAnswer {
  readonly text: string;
  readonly nowMs: number;
}

const withTimeout = async <T>(use: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
  try {
    return await use(controller.signal);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
};

/** The first bytes of the body, and no more of it than it takes to see that it is too long. */
const readCapped = async (body: ReadableStream<Uint8Array>): Promise<string | undefined> => {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > MAX_LENGTH) return undefined;
  }
  return text;
};

/** The host's clock (RFC 9111: `Date` plus `Age`), because the shopper's may be wrong. */
const hostTime = (headers: Headers): number => {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? Date.now() : date + Number(headers.get('age') ?? 0) * 1000;
};

/** A small text file of the page's own host; undefined when it is missing, too long or too slow. */
export const fetchText = (path: string): Promise<TextAnswer | undefined> =>
  withTimeout(async (signal) => {
    const answer = await fetch(path, { cache: 'no-cache', signal });
    const text = answer.ok && answer.body ? await readCapped(answer.body) : undefined;
    return text === undefined ? undefined : { text, nowMs: hostTime(answer.headers) };
  });

/** The lightest request for an address of the store; undefined when there was no answer. */
export const fetchHead = (address: string): Promise<Response | undefined> =>
  withTimeout((signal) => fetch(address, { method: 'HEAD', cache: 'no-store', redirect: 'manual', signal }));

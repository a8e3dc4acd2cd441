const TIMEOUT_MS = 10_000;
const MAX_LENGTH = 10_000;

/** The body of an answer, and what the host's clock said. */
export type TextAnswer = readonly [text: string, nowMs: number];

/** An answer of the page's own host; undefined when it takes too long or does not come at all. */
const ask = (address: string, options: RequestInit): Promise<Response | undefined> =>
  fetch(address, { ...options, signal: AbortSignal.timeout?.(TIMEOUT_MS) }).catch(() => undefined);

/** The host's clock (RFC 9111: `Date` plus `Age`), because the shopper's may be wrong. */
const hostTime = ({ headers }: Response): number =>
  Date.parse(headers.get('date') ?? '') + Number(headers.get('age')) * 1_000 || Date.now();

/** A small text file of the page's own host; undefined when it is missing, too long or too slow. */
export const fetchText = async (path: string): Promise<TextAnswer | undefined> => {
  const answer = await ask(path, { cache: 'no-cache' });
  if (!answer?.ok) return undefined;
  const text = await answer.text().catch(() => '');
  return text.length > MAX_LENGTH ? undefined : [text, hostTime(answer)];
};

/** The lightest request for an address of the store; undefined when there was no answer. */
export const fetchHead = (address: string): Promise<Response | undefined> =>
  ask(address, { method: 'HEAD', cache: 'no-store', redirect: 'manual' });

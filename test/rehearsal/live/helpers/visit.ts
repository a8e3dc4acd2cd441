import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

/** What a browser got. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Opens a page as a browser does when somebody follows a link; `fetch` says of itself that it is a script. */
export async function visit(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const outgoing = request(url, {
    method,
    headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate', ...headers },
    agent: false,
  }).end(body);
  const [incoming]: IncomingMessage[] = await once(outgoing, 'response');
  if (incoming === undefined) throw new Error('no response');
  const chunks = await incoming.toArray();
  return {
    status: incoming.statusCode ?? 0,
    headers: incoming.headers,
    text: Buffer.concat(chunks).toString(),
  };
}

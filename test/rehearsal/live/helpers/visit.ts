import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

/** What a browser got. */
export interface Answer {
  readonly status: number;
  /** One value each. */
  readonly headers: Readonly<Record<string, string | undefined>>;
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
  if (incoming === undefined) {
    throw new Error('no response');
  }
  const chunks = await incoming.toArray();
  return {
    status: incoming.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, value?.toString()]),
    ),
    text: Buffer.concat(chunks).toString(),
  };
}

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** A message as SNS posts it. */
export interface Message {
  readonly Type: string;
  readonly Subject?: string;
  readonly Message: string;
  readonly SubscribeURL?: string;
}

/** Somebody's webhook, on this machine. */
export interface Receiver {
  readonly url: string;
  /** The first message of the kind, waited for. @throws Error naming what came instead */
  readonly message: (is: (message: Message) => boolean, withinSeconds: number) => Promise<Message>;
  readonly close: () => Promise<void>;
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html */
export async function openReceiver(): Promise<Receiver> {
  const received: Message[] = [];
  const server = createServer((request, response) => {
    textOf(request).then((text) => {
      received.push(JSON.parse(text));
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A step that failed leaves it open.
  server.unref();
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    message: (is, withinSeconds) => waitFor(received, is, withinSeconds),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function waitFor(
  received: readonly Message[],
  is: (message: Message) => boolean,
  withinSeconds: number,
): Promise<Message> {
  for (let tenths = 0; tenths < withinSeconds * 10; tenths += 1) {
    const found = received.find(is);
    if (found !== undefined) {
      return found;
    }
    await setTimeout(100);
  }
  const came = received.map(({ Type, Subject = '' }) => `${Type} ${Subject}`).join('\n');
  throw new Error(`no such message within ${withinSeconds} s; these came:\n${came}`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
  }
  return text;
}

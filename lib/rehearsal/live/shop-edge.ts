import type { IncomingMessage, ServerResponse } from 'node:http';
import { isEdgeExchange } from '../aws/cloudfront/edge-answer';
import type { DnsResolver } from '../aws/route53/resolver';
import type { ResponseExchange } from '../kernel/network/exchange';
import { judge } from '../play/shoppers/shopper';
import type { World } from '../play/world/world';
import { localResponseHeaders, shopRequestHeaders } from './local-headers';
import { type LocalServer, readBody, startLocalServer } from './local-server';

/**
 * The shop under its own name, for a browser on this machine: what the browser sends to localhost goes where public
 * DNS leads the shop's name to. Answers come at once, without the waits that the rehearsal computes.
 * @param port 0 for any free port
 * @throws RehearsalError PORT_IN_USE
 */
export function startShopEdge(world: World, port: number): Promise<LocalServer> {
  const resolver = world.resolver('your browser');
  return startLocalServer({
    port,
    option: '--port',
    answer: (request, response) => answer(request, response, { world, resolver }),
  });
}

interface Shopper {
  readonly world: World;
  readonly resolver: DnsResolver;
}

async function answer(
  incoming: IncomingMessage,
  response: ServerResponse,
  { world, resolver }: Shopper,
): Promise<void> {
  const { domainName } = world.settings;
  const request = {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: shopRequestHeaders(singleValues(incoming), domainName),
    body: await readBody(incoming),
  };
  const address = resolver.addressOf(domainName);
  const exchange = await world.internet.exchange(address, request, world.clock.nowMs);
  if (opensPage(incoming)) {
    const { outcome, waitMs, because } = judge(request.method, exchange);
    world.log.record({ kind: 'shopper', outcome, url: `${request.method} ${request.path}`, waitMs, because });
  }
  // No answer is what the browser has to show by itself, as it would for the shop.
  if (exchange.kind === 'response') {
    send(response, exchange, world);
  } else {
    response.destroy();
  }
}

function send(response: ServerResponse, exchange: ResponseExchange, { settings, clock }: World): void {
  response.writeHead(exchange.status, {
    ...localResponseHeaders(exchange.headers, { domainName: settings.domainName, nowMs: clock.nowMs }),
    'x-understudy-served-from': isEdgeExchange(exchange) ? exchange.servedFrom : 'origin',
  });
  response.end(exchange.body);
}

/** Whether a person looks at the answer, and not a script or a page. */
const opensPage = ({ headers }: IncomingMessage): boolean =>
  (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate' && (headers.accept ?? '').includes('text/html');

const singleValues = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

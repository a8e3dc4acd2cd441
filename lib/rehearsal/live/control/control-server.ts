import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveStore } from '../live-store';
import { type LocalServer, readBody, startLocalServer } from '../local-server';
import { CONTROL_PAGE_POLICY, controlPage } from './control-page';
import { controlSections } from './control-sections';
import { type Controlled, readControlState } from './control-state';

/**
 * Serves the control page. Its buttons obey this page only: a token that differs from run to run keeps other web
 * pages from pressing them, the check of the host name keeps them from reading the token.
 * @param port 0 for any free port
 * @throws RehearsalError PORT_IN_USE
 */
export function startControl(controlled: Controlled, port: number): Promise<LocalServer> {
  const token = randomBytes(24).toString('base64url');
  return startLocalServer({
    port,
    option: '--control-port',
    answer: (request, response) => answer(request, response, { ...controlled, token }),
  });
}

type Control = Controlled & { readonly token: string };

/** Host names that a browser on this machine uses for it; a page elsewhere can't make the browser send them. */
const OWN_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

async function answer(request: IncomingMessage, response: ServerResponse, control: Control): Promise<void> {
  const { method, url, headers } = request;
  if (!OWN_HOST.test(headers.host ?? '')) {
    return refuse(response, 403, 'open the control page at 127.0.0.1');
  }
  switch (`${method} ${url}`) {
    case 'GET /':
      return send(
        response,
        'text/html; charset=utf-8',
        controlPage(readControlState(control), control.token),
      );
    case 'GET /sections':
      return send(response, 'application/json', JSON.stringify(controlSections(readControlState(control))));
    case 'POST /kill':
      return press(request, response, { control, act: control.store.kill });
    case 'POST /restart':
      return press(request, response, { control, act: control.store.restart });
    default:
      return refuse(response, 404, 'there is no such page');
  }
}

interface Press {
  readonly control: Control;
  readonly act: LiveStore['kill' | 'restart'];
}

async function press(
  request: IncomingMessage,
  response: ServerResponse,
  { control, act }: Press,
): Promise<void> {
  const form = new URLSearchParams(Buffer.from(await readBody(request)).toString());
  if (form.get('token') !== control.token) {
    return refuse(response, 403, 'this button is from an earlier rehearsal: reload the control page');
  }
  await act();
  response.writeHead(303, { location: '/' }).end();
}

function send(response: ServerResponse, contentType: string, body: string): void {
  response.writeHead(200, {
    'content-type': contentType,
    'content-security-policy': CONTROL_PAGE_POLICY,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: 403 | 404, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

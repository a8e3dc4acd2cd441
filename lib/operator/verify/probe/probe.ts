import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { CHECKER_LIMITS, connectLimitMs } from '../../../rehearsal/aws/route53/rules/probe-verdict';
import type { Exchange } from '../../../rehearsal/kernel/network/exchange';
import { probeBody } from './probe-body';
import { ProbePhases } from './probe-phases';
import type { ProbedEndpoint } from './probed-endpoint';

/**
 * What checkers send. AWS names the user agent's beginning; that they accept any encoding was seen by a user.
 *
 * @see https://repost.aws/knowledge-center/route-53-fix-unwanted-health-checks
 * @see https://github.com/awsdocs/amazon-route53-docs/issues/20
 */
const HEADERS = {
  'user-agent': 'Amazon-Route53-Health-Check-Service (asked once by npx understudy verify)',
  accept: '*/*',
  'accept-encoding': '*',
  connection: 'close',
};

/**
 * Asks an endpoint as one Route 53 health checker does, on a connection of its own, and gives up when a checker would.
 * No certificate is validated, no redirect followed. Two seconds count from the TCP connection, as AWS words it, so the
 * time for TLS is part of them.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export function probe(endpoint: ProbedEndpoint): Promise<Exchange> {
  return endpoint.type === 'TCP' ? probeConnection(endpoint) : probeAnswer(endpoint);
}

function probeConnection({ type, host, ipAddress, port }: ProbedEndpoint): Promise<Exchange> {
  return new Promise((resolve) => {
    const socket = connect({ host: ipAddress ?? host ?? '', port, family: familyOf(ipAddress) });
    const end = (exchange: Exchange): void => {
      phases.stop();
      socket.destroy();
      resolve(exchange);
    };
    const phases = new ProbePhases(connectLimitMs(type), end);
    phases.watch(socket, () => end(phases.silence()));
    socket.on('error', (error) => end(phases.failure(error)));
  });
}

function probeAnswer(endpoint: ProbedEndpoint): Promise<Exchange> {
  return new Promise((resolve) => {
    const outgoing = requestTo(endpoint);
    const end = (exchange: Exchange): void => {
      phases.stop();
      outgoing.destroy();
      resolve(exchange);
    };
    const phases = new ProbePhases(connectLimitMs(endpoint.type), end);
    outgoing.on('socket', (socket) => phases.watch(socket, () => phases.waitFor(CHECKER_LIMITS.statusMs)));
    // What ends a body is told by what has come of it.
    outgoing.on('error', (error) => phases.isAnswered || end(phases.failure(error)));
    outgoing.on('response', (response) => answered(response, phases).then(end));
    outgoing.end();
  });
}

function requestTo({ type, host, ipAddress, port, path, sendsName }: ProbedEndpoint): ClientRequest {
  const isDefaultPort = port === (type.startsWith('HTTPS') ? 443 : 80);
  const name = host ?? ipAddress ?? '';
  const options: RequestOptions = {
    host: ipAddress ?? host,
    port,
    family: familyOf(ipAddress),
    path,
    agent: false,
    headers: { host: isDefaultPort ? name : `${name}:${port}`, ...HEADERS },
  };
  if (!type.startsWith('HTTPS')) {
    return httpRequest(options);
  }
  // AWS asks for TLS 1.0 to 1.2 and does not say whether checkers speak any newer one.
  const versions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const servername = sendsName && host !== undefined ? host : '';
  return httpsRequest({ ...options, ...versions, servername, rejectUnauthorized: false });
}

/** Names are looked up over IPv4 only. */
const familyOf = (ipAddress: string | undefined): number => (ipAddress === undefined ? 4 : 0);

async function answered(response: IncomingMessage, phases: ProbePhases): Promise<Exchange> {
  const times = phases.answered();
  const { statusCode: status = 0, headers } = response;
  const body = await probeBody(response);
  return { kind: 'response', ...times, ...body, status, headers: singleValues(headers) };
}

const singleValues = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

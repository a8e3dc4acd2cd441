import { escapeXml } from '../report/escape-xml';
import type { Observation } from '../route53/endpoint-check';
import type { HealthChecks } from '../route53/health-checks';
import type { ApiResponse, ApiService } from './server';

const STATUS_PATH = /^\/2013-04-01\/healthcheck\/([^/]+)\/status$/;

/**
 * `GetHealthCheckStatus`: what each checker of an endpoint saw last. A calculated health check has no checkers, and
 * AWS says that it can't be asked for. Emulation: it is refused as AWS refuses invalid input, for no error is named.
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckStatus.html
 */
export const route53Api =
  (healthChecks: Pick<HealthChecks, 'isHealthy' | 'observationsOf'>): ApiService =>
  ({ method, path }) => {
    const [, id] = STATUS_PATH.exec(path) ?? [];
    if (method !== 'GET' || id === undefined)
      return failure(400, 'InvalidAction', `the rehearsal does not model ${method} ${path}`);
    if (healthChecks.isHealthy(id) === undefined)
      return failure(404, 'NoSuchHealthCheck', `No health check exists with the specified ID: ${id}`);
    const observations = healthChecks.observationsOf(id);
    return observations === undefined
      ? failure(400, 'InvalidInput', 'no health check of an endpoint')
      : xml(200, status(observations));
  };

const status = (observations: readonly Observation[]): string =>
  `<GetHealthCheckStatusResponse><HealthCheckObservations>${observations.map(observation).join('')}</HealthCheckObservations></GetHealthCheckStatusResponse>`;

/** Emulation: addresses that are set aside for documentation, and the rehearsal's own words after the first. */
const observation = ({ checker: { region, index }, healthy, because, atMs }: Observation): string =>
  [
    `<HealthCheckObservation><Region>${region}</Region><IPAddress>192.0.2.${index + 1}</IPAddress>`,
    `<StatusReport><Status>${healthy ? 'Success' : 'Failure'}: ${escapeXml(because)}</Status>`,
    `<CheckedTime>${new Date(atMs).toISOString()}</CheckedTime></StatusReport></HealthCheckObservation>`,
  ].join('');

const failure = (statusCode: number, code: string, message: string): ApiResponse =>
  xml(
    statusCode,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error></ErrorResponse>`,
  );

const xml = (statusCode: number, body: string): ApiResponse => ({
  status: statusCode,
  contentType: 'text/xml',
  body: `<?xml version="1.0"?>${body}`,
});

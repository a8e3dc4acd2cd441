import { escapeXml } from '../../kernel/escape-xml';
import type { CheckerObservation } from '../route53/endpoint-check';
import type { HealthChecks } from '../route53/health-checks';
import type { ThresholdSetting } from '../route53/thresholds';
import type { ApiRequest, ApiResponse, ApiService } from './server';

/** Of Change History, which zones of the tier ADVANCED have. */
const CHANGES = /^\/2013-04-01\/hostedzone\/[^/]+\/changebatches\b/;

const PATH = /^\/2013-04-01\/healthcheck\/([^/]+)(\/status)?$/;

/** The only elements of an update that are modelled. */
const UPDATE =
  /^(?:<\?xml[^>]*\?>)?<UpdateHealthCheckRequest xmlns="[^"]*">(?:<HealthCheckVersion>(\d+)<\/HealthCheckVersion>)?<HealthThreshold>(\d+)<\/HealthThreshold><\/UpdateHealthCheckRequest>$/;

/** Health checks, as an API can look at them and change them. */
type Api = Pick<HealthChecks, 'isHealthy' | 'observationsOf' | 'thresholdOf' | 'setThreshold'>;

/**
 * `GetHealthCheckStatus`: what each checker of an endpoint saw last. A calculated health check has no checkers, and
 * AWS says that it can't be asked for. Emulation: it is refused as AWS refuses invalid input, for no error is named.
 *
 * `GetHealthCheck` and `UpdateHealthCheck`: the health threshold of a calculated health check, and nothing else of it.
 * `ListHostedZoneChangeBatches`: no zone of a rehearsal keeps a history.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckStatus.html
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZoneChangeBatches.html
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_UpdateHealthCheck.html
 */
export const route53Api =
  (healthChecks: Api): ApiService =>
  (request) => {
    const { method, path } = request;
    if (method === 'GET' && CHANGES.test(path)) {
      return failure(400, 'FeatureNotEnabled', "Change History isn't turned on for the hosted zone");
    }
    const [, id, status] = PATH.exec(path) ?? [];
    if (id === undefined) {
      return notModelled(request);
    }
    if (healthChecks.isHealthy(id) === undefined) {
      return failure(404, 'NoSuchHealthCheck', `No health check exists with the specified ID: ${id}`);
    }
    if (status !== undefined) {
      return method === 'GET' ? observed(healthChecks, id) : notModelled(request);
    }
    return thresholdApi(healthChecks, id, request);
  };

function observed(healthChecks: Api, id: string): ApiResponse {
  const observations = healthChecks.observationsOf(id);
  return observations === undefined
    ? failure(400, 'InvalidInput', 'no health check of an endpoint')
    : xml(200, status(observations));
}

function thresholdApi(healthChecks: Api, id: string, request: ApiRequest): ApiResponse {
  const setting = healthChecks.thresholdOf(id);
  if (setting === undefined) {
    return notModelled(request);
  }
  if (request.method === 'GET') {
    return xml(200, described('GetHealthCheckResponse', id, setting));
  }
  const [, version, threshold] = UPDATE.exec(Buffer.from(request.body).toString('utf8')) ?? [];
  if (request.method !== 'POST' || threshold === undefined) {
    return notModelled(request);
  }
  // Without a version Route 53 overwrites whatever somebody else has changed meanwhile.
  if (version !== undefined && Number(version) !== setting.version) {
    return failure(
      409,
      'HealthCheckVersionMismatch',
      `The version of the health check is ${setting.version}`,
    );
  }
  if (Number(threshold) > 256) {
    return failure(400, 'InvalidInput', `Invalid HealthThreshold ${threshold}`);
  }
  return xml(
    200,
    described('UpdateHealthCheckResponse', id, healthChecks.setThreshold(id, Number(threshold))),
  );
}

const described = (element: string, id: string, { healthThreshold, version }: ThresholdSetting): string =>
  `<${element}><HealthCheck><Id>${escapeXml(id)}</Id><HealthCheckConfig><Type>CALCULATED</Type><HealthThreshold>${healthThreshold}</HealthThreshold></HealthCheckConfig><HealthCheckVersion>${version}</HealthCheckVersion></HealthCheck></${element}>`;

const status = (observations: readonly CheckerObservation[]): string =>
  `<GetHealthCheckStatusResponse><HealthCheckObservations>${observations.map(observation).join('')}</HealthCheckObservations></GetHealthCheckStatusResponse>`;

/** Emulation: addresses that are set aside for documentation, and the order of the checkers. */
const observation = ({ checker: { region, index }, healthy, says, atMs }: CheckerObservation): string =>
  [
    `<HealthCheckObservation><Region>${region}</Region><IPAddress>192.0.2.${index + 1}</IPAddress>`,
    `<StatusReport><Status>${healthy ? 'Success' : 'Failure'}: ${escapeXml(says)}</Status>`,
    `<CheckedTime>${new Date(atMs).toISOString()}</CheckedTime></StatusReport></HealthCheckObservation>`,
  ].join('');

const notModelled = ({ method, path }: ApiRequest): ApiResponse =>
  failure(400, 'InvalidAction', `the rehearsal does not model ${method} ${path}`);

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

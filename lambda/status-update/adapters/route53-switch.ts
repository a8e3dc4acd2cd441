import { HOME_REGION } from '../../shared/contract/home-region';
import type { FailoverSwitch, SwitchPosition } from '../ports';
import { RestService } from './rest-service';
import { GLOBAL_ENDPOINT, PATIENT_TWICE, textOf } from './route53';

const NAMESPACE = 'https://route53.amazonaws.com/doc/2013-04-01/';

/**
 * The health threshold of the calculated health check, by Route 53's control plane in us-east-1: while that does not
 * answer, nobody can throw this switch, and Route 53 goes on answering by the health checks.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_UpdateHealthCheck.html
 */
export class Route53Switch implements FailoverSwitch {
  private readonly service: RestService;
  private readonly path: string;

  constructor(healthCheckId: string, endpoint = GLOBAL_ENDPOINT) {
    this.path = `/2013-04-01/healthcheck/${encodeURIComponent(healthCheckId)}`;
    this.service = new RestService({ service: 'route53', region: HOME_REGION, endpoint, ...PATIENT_TWICE });
  }

  /** @throws Error also when the answer names no health threshold: to guess one could close a healthy store */
  async read(): Promise<SwitchPosition> {
    const xml = await this.service.send({ method: 'GET', path: this.path });
    const [healthThreshold, version] = [textOf('HealthThreshold', xml), textOf('HealthCheckVersion', xml)];
    if (!/^\d+$/.test(healthThreshold) || !/^\d+$/.test(version)) {
      throw new Error(
        `route53: ${this.path} has no health threshold and version, got ${JSON.stringify(xml)}`,
      );
    }
    return { healthThreshold: Number(healthThreshold), version: Number(version) };
  }

  /** Changes nothing but the threshold, and that only in the version that was seen. */
  async set(healthThreshold: number, { version }: SwitchPosition): Promise<void> {
    const elements = `<HealthCheckVersion>${version}</HealthCheckVersion><HealthThreshold>${healthThreshold}</HealthThreshold>`;
    const body = `<?xml version="1.0" encoding="UTF-8"?><UpdateHealthCheckRequest xmlns="${NAMESPACE}">${elements}</UpdateHealthCheckRequest>`;
    const headers = { 'content-type': 'application/xml' };
    await this.service.send({ method: 'POST', path: this.path, headers, body });
  }
}

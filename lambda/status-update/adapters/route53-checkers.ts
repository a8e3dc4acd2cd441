import type { CheckerReport } from '../message/checkers';
import type { Checkers } from '../ports';
import { RestService } from './rest-service';
import { ASKED_ONCE, GLOBAL_ENDPOINT, textOf } from './route53';

/**
 * What Route 53's health checkers see, asked once and for a second at most: a message is worth more than this line of
 * it. AWS offers this call for diagnosis, not for production at high rates or where an answer is needed to act on; it
 * is asked a few times per message, and nothing depends on it.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckStatus.html
 */
export class Route53Checkers implements Checkers {
  private readonly service: RestService;

  constructor(endpoint = GLOBAL_ENDPOINT) {
    this.service = new RestService({ ...ASKED_ONCE, endpoint });
  }

  /** @throws Error also for a calculated health check, which has no checkers of its own */
  async reports(healthCheckId: string): Promise<readonly CheckerReport[]> {
    const xml = await this.service.send({
      method: 'GET',
      path: `/2013-04-01/healthcheck/${encodeURIComponent(healthCheckId)}/status`,
    });
    return Array.from(
      xml.matchAll(/<HealthCheckObservation>(.*?)<\/HealthCheckObservation>/gs),
      ([, observation = '']) => reportOf(textOf('Region', observation), textOf('Status', observation)),
    );
  }
}

/** AWS's pages give no list of texts; those that are seen begin with "Success:" or "Failure:". */
function reportOf(region: string, status: string): CheckerReport {
  return status.startsWith('Success')
    ? { region, passed: true }
    : { region, passed: false, failure: status.replace(/^Failure: */, '') };
}

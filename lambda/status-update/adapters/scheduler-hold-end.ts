import type { WrittenEnd } from '../contract/hold';
import { scheduleNameOf } from '../contract/schedule-name';
import type { HoldEnd } from '../ports';
import { RequestFailed, RestService } from './rest-service';
import { PATIENT_TWICE } from './route53';

/** The call that the schedule makes by itself, without a function: a universal target, named as in AWS's SDKs. */
const UPDATE_HEALTH_CHECK = 'arn:aws:scheduler:::aws-sdk:route53:updateHealthCheck';

const CONFLICT = 409;
const NOT_FOUND = 404;

/** Where the schedule is, and what it is about. */
export interface HoldEndSettings {
  /** The calculated health check that moves the failover records. */
  readonly healthCheckId: string;
  /** The role by which the schedule acts. */
  readonly roleArn: string;
  readonly region: string;
  readonly domainName: string;
}

/**
 * The end of a hold as a one-time schedule of EventBridge Scheduler, which calls Route 53 by a role of its own and is
 * deleted afterwards. It tries for a day when Route 53 does not answer: the Scheduler's own default.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
export class SchedulerHoldEnd implements HoldEnd {
  private readonly service: RestService;
  private readonly path: string;

  constructor(
    private readonly settings: HoldEndSettings,
    endpoint = `https://scheduler.${settings.region}.amazonaws.com`,
  ) {
    const { region, domainName } = settings;
    this.path = `/schedules/${scheduleNameOf(domainName)}`;
    this.service = new RestService({ service: 'scheduler', region, endpoint, ...PATIENT_TWICE });
  }

  async write(end: WrittenEnd): Promise<void> {
    const request = {
      path: this.path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.schedule(end)),
    };
    try {
      await this.service.send({ method: 'POST', ...request });
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.status !== CONFLICT) {
        throw error;
      }
      await this.service.send({ method: 'PUT', ...request });
    }
  }

  async remove(): Promise<void> {
    try {
      await this.service.send({ method: 'DELETE', path: this.path });
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.status !== NOT_FOUND) {
        throw error;
      }
    }
  }

  /** `at` takes no fractions of a second; the whole second after is early enough. */
  private schedule({ atMs, healthThreshold }: WrittenEnd) {
    const { healthCheckId, roleArn, domainName } = this.settings;
    const second = new Date(Math.ceil(atMs / 1000) * 1000).toISOString().slice(0, 19);
    return {
      Description: `${domainName}: ends what "npx understudy failover hold" began`,
      ScheduleExpression: `at(${second})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: UPDATE_HEALTH_CHECK,
        RoleArn: roleArn,
        Input: JSON.stringify({ HealthCheckId: healthCheckId, HealthThreshold: healthThreshold }),
      },
    };
  }
}

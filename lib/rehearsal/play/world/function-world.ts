import { z } from 'zod';
import { ACCOUNT_ID } from '../../aws/assembly/physical-ids';
import { apiGuard } from '../../aws/aws-api/api-guard';
import { readCallFacts } from '../../aws/aws-api/call-facts';
import { cloudWatchApi } from '../../aws/aws-api/cloudwatch-api';
import { route53Api } from '../../aws/aws-api/route53-api';
import { s3Api } from '../../aws/aws-api/s3-api';
import { schedulerApi, type UniversalTargets } from '../../aws/aws-api/scheduler-api';
import { secretsApi } from '../../aws/aws-api/secrets-api';
import { snsApi } from '../../aws/aws-api/sns-api';
import { sqsApi } from '../../aws/aws-api/sqs-api';
import type { Alarms } from '../../aws/cloudwatch/alarms';
import type { Gate } from '../../aws/iam/gatekeeper';
import { embeddedMetrics } from '../../aws/lambda/embedded-metrics';
import type { ExternalHttp } from '../../aws/lambda/external-http';
import { logCalls } from '../../aws/lambda/log-calls';
import type { RuntimeDeps } from '../../aws/lambda/runtime';
import type { HealthChecks } from '../../aws/route53/health-checks';
import type { Buckets } from '../../aws/s3/buckets';
import { Schedules } from '../../aws/scheduler/schedules';
import { NO_TOPIC } from '../../kernel/event-log';
import { HOME_REGION } from '../../kernel/home-region';
import type { Disruptions } from '../staging/disruptions';
import { platformPage } from './platform-page';
import type { Messaging } from './services';
import type { WorldDeps } from './world-deps';

/** What functions can reach. */
export interface ReachableServices extends Messaging {
  readonly alarms: Alarms;
  readonly healthChecks: HealthChecks;
  readonly buckets: Buckets;
}

/** The world as functions see it: AWS's services, those outside AWS, and the time. */
export function functionWorld(
  { deployment, clock, regional, random, log, metrics, disruptions, gate }: WorldDeps,
  { alarms, topics, queues, healthChecks, buckets }: ReachableServices,
): RuntimeDeps {
  const isKept = (functionName: string): boolean => {
    const caller = gate.function(functionName);
    return caller === undefined || gate.refuse(caller, logCalls(functionName, deployment)) === undefined;
  };
  return {
    services: {
      CLOUDWATCH: cloudWatchApi(alarms, metrics),
      SNS: snsApi(topics),
      ROUTE_53: route53Api(healthChecks),
      S3: s3Api(buckets),
      SECRETS_MANAGER: secretsApi,
      SQS: sqsApi((queueArn) => queues.send(queueArn)),
      SCHEDULER: schedulerApi({
        schedules: new Schedules(regional, random),
        clock,
        targets: universalTargets(healthChecks, gate),
        trusts: (roleArn) => gate.refuseService(SCHEDULER, GROUP, [assume(roleArn)]) === undefined,
      }),
    },
    refuse: apiGuard(gate, readCallFacts(deployment)),
    nowMs: () => clock.nowMs,
    outside: outsideWorld({ log, clock, topics }, disruptions),
    onLog: (line, functionName) => {
      const found = embeddedMetrics(line);
      if (found.length > 0 && isKept(functionName)) {
        for (const { metric, value, resolution } of found) {
          metrics.put(metric, value, resolution);
        }
      }
    },
  };
}

/**
 * Pagers and chats, which take every message, except while HTTPS deliveries fail; and what is only asked: a platform that
 * says how it is.
 */
const outsideWorld =
  (
    { log, clock, topics }: Pick<WorldDeps, 'log' | 'clock'> & Pick<Messaging, 'topics'>,
    { protocolFails, platformTrouble }: Disruptions,
  ): ExternalHttp =>
  ({ method, hostName, body, from }) => {
    if (method === 'GET') {
      return { status: 200, body: platformPage(hostName, platformTrouble(), clock.nowMs) };
    }
    if (protocolFails('https')) {
      return { status: 503 };
    }
    log.record({
      kind: 'message',
      topic: NO_TOPIC,
      protocol: 'https',
      endpoint: hostName,
      subject: `to ${hostName}`,
      body,
      audience: topics.audienceOf(from),
    });
    return { status: 202 };
  };

const UPDATE_HEALTH_CHECK = z.strictObject({ HealthCheckId: z.string(), HealthThreshold: z.int() });

const SCHEDULER = 'scheduler.amazonaws.com';

/**
 * Scheduler takes a role for the group of the schedule.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
const GROUP = `arn:aws:scheduler:${HOME_REGION}:${ACCOUNT_ID}:schedule-group/default`;

const assume = (resource: string) => ({ action: 'sts:AssumeRole', resource });

/** What schedules may call by themselves, as a role. */
const universalTargets = (healthChecks: HealthChecks, gate: Gate): UniversalTargets => ({
  'arn:aws:scheduler:::aws-sdk:route53:updateHealthCheck': (input, arn) => {
    const { HealthCheckId, HealthThreshold } = UPDATE_HEALTH_CHECK.parse(input);
    const resource = `arn:aws:route53:::healthcheck/${HealthCheckId}`;
    const call = { action: 'route53:UpdateHealthCheck', resource, context: {} };
    if (gate.refuse({ kind: 'role', arn, session: SCHEDULER }, [call]) === undefined) {
      healthChecks.setThreshold(HealthCheckId, HealthThreshold);
    }
  },
});

import { z } from 'zod';
import type { Clock } from '../../kernel/clock/clock';
import { HOME_REGION } from '../../kernel/home-region';
import { oneTime } from '../scheduler/rules/one-time';
import type { Schedules } from '../scheduler/schedules';
import type { ApiRequest, ApiResponse, ApiService } from './server';

// Strict throughout: to leave out a part of what was asked would be another answer than AWS's.
const SCHEDULE = z.strictObject({
  Description: z.string().max(512).optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.literal('UTC').optional(),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  ActionAfterCompletion: z.literal('DELETE'),
  ClientToken: z.string().optional(),
  Target: z.strictObject({ Arn: z.string(), RoleArn: z.string(), Input: z.string() }),
});

/** What schedules do, by the universal target that names it. @param roleArn whom a schedule acts as */
export type UniversalTargets = Readonly<Record<string, (input: unknown, roleArn: string) => void>>;

/** The world as schedules see it. */
export interface SchedulerWorld {
  readonly schedules: Schedules;
  readonly clock: Clock;
  readonly targets: UniversalTargets;
  /** Whether EventBridge Scheduler may take a role. */
  readonly trusts: (roleArn: string) => boolean;
}

/**
 * `CreateSchedule`, `UpdateSchedule` and `DeleteSchedule` for one-time schedules of the default group that call an API
 * directly. Emulation: a time that is past is refused, AWS does not say what becomes of it.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
export const schedulerApi =
  (world: SchedulerWorld): ApiService =>
  (request) => {
    const [, name] = /^\/schedules\/([\w.-]{1,64})(?:\?|$)/.exec(request.path) ?? [];
    if (name === undefined) {
      return failure(400, 'ValidationException', `no schedule at ${request.path}`);
    }
    const exists = world.schedules.has(name);
    switch (request.method) {
      case 'POST':
        return exists
          ? failure(409, 'ConflictException', `Schedule ${name} already exists.`)
          : put(name, request, world);
      case 'PUT':
        return exists ? put(name, request, world) : missing(name);
      case 'DELETE':
        return world.schedules.remove(name) ? json(200, {}) : missing(name);
      default:
        return failure(400, 'ValidationException', `the rehearsal does not model ${request.method}`);
    }
  };

function put(
  name: string,
  { body }: ApiRequest,
  { schedules, clock, targets, trusts }: SchedulerWorld,
): ApiResponse {
  const { ScheduleExpression, Target } = SCHEDULE.parse(JSON.parse(Buffer.from(body).toString('utf8')));
  const dueMs = oneTime(ScheduleExpression);
  const invoke = targets[Target.Arn];
  if (dueMs === undefined || dueMs <= clock.nowMs) {
    return failure(400, 'ValidationException', `Invalid Schedule Expression ${ScheduleExpression}.`);
  }
  if (invoke === undefined) {
    return failure(400, 'ValidationException', `the rehearsal does not model the target ${Target.Arn}`);
  }
  if (!trusts(Target.RoleArn)) {
    return failure(400, 'ValidationException', NOT_TRUSTED);
  }
  const input: unknown = JSON.parse(Target.Input);
  schedules.put({ name, dueMs, invoke: () => invoke(input, Target.RoleArn) });
  return json(200, { ScheduleArn: `arn:aws:scheduler:${HOME_REGION}:000000000000:schedule/default/${name}` });
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/troubleshooting.html */
const NOT_TRUSTED = 'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.';

const missing = (name: string): ApiResponse =>
  failure(404, 'ResourceNotFoundException', `Schedule ${name} does not exist.`);

const failure = (status: number, code: string, message: string): ApiResponse =>
  json(status, { __type: code, Code: code, Message: message });

const json = (status: number, value: unknown): ApiResponse => ({
  status,
  contentType: 'application/json',
  body: JSON.stringify(value),
});

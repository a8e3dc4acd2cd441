import * as z from 'zod/mini';
import { type AlarmFacts, alarmStateSchema } from './state/alarm-facts';

/** The part of an EventBridge event that matters. */
const alarmStateChangeSchema = z.object({
  source: z.literal('aws.cloudwatch'),
  'detail-type': z.literal('CloudWatch Alarm State Change'),
  detail: z.object({
    alarmName: z.string(),
    state: z.object({ value: alarmStateSchema, timestamp: z.string() }),
  }),
});

/**
 * What the event itself says about alarms: one fact for an alarm state change, nothing for a tick of the schedule or
 * anything else, which still wakes the function.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export function alarmFactsOf(event: unknown): AlarmFacts {
  const parsed = alarmStateChangeSchema.safeParse(event);
  if (!parsed.success) {
    return {};
  }
  const { alarmName, state } = parsed.data.detail;
  const sinceMs = Date.parse(state.timestamp);
  return Number.isNaN(sinceMs) ? {} : { [alarmName]: { state: state.value, sinceMs } };
}

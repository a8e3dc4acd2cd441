import type { TimedEvent } from '../kernel/event-log';

/**
 * One plain line about an event.
 * @returns undefined for events that come by the hundred: single probes, resolvers and shoppers
 */
export function describeEvent(event: TimedEvent): string | undefined {
  switch (event.kind) {
    case 'fault':
      return event.phase === 'starts' ? `FAULT: ${event.text}` : `REPAIR: ${event.text}`;
    case 'health-check':
      return `Route 53: health check "${event.healthCheck}" is ${event.healthy ? 'healthy' : 'unhealthy'}: ${event.because}`;
    case 'dns-answer':
      return `Route 53: ${event.recordName} is answered with ${event.answer}`;
    case 'alarm':
      return `CloudWatch: alarm ${event.alarmName} goes from ${event.from} to ${event.to}`;
    case 'function':
      return event.outcome === 'failed' ? `Lambda: ${event.name} failed: ${event.because}` : undefined;
    case 'person':
      return `Person: ${event.command}${event.outcome === 'done' ? '' : `: ${event.because}`}`;
    case 'permission':
      return event.outcome === 'denied' ? `IAM: ${event.because}` : undefined;
    case 'unheard':
      return `SNS: "${event.topic}" to nobody, as no subscription is confirmed: ${event.subject}`;
    case 'message':
      return `SNS: ${event.protocol} to ${event.endpoint}: ${event.subject || event.body}`;
    default:
      return undefined;
  }
}

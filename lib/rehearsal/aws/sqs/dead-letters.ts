import type { Gate } from '../iam/gatekeeper';

/** Decides whether a service may act by itself. */
export type ServiceGate = Pick<Gate, 'refuseService'>;

/** What could not be delivered, and by whom. */
export interface Undelivered {
  /** Such as `events.amazonaws.com`. */
  readonly service: string;
  /** ARN of what the service acts for. */
  readonly source: string;
  /** @default - it is lost */
  readonly queueArn?: string;
}

/**
 * Puts what could not be delivered into its dead-letter queue. A service that may not is not told, nor is anybody else.
 *
 * @param send puts a message into a queue, by its ARN
 */
export function sendAside(
  send: (queueArn: string) => void,
  gate: ServiceGate,
  { service, source, queueArn }: Undelivered,
): void {
  if (queueArn === undefined) {
    return;
  }
  const call = { action: 'sqs:SendMessage', resource: queueArn };
  if (gate.refuseService(service, source, [call]) === undefined) {
    send(queueArn);
  }
}

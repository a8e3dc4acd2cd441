import { groupBy } from '../../kernel/group-by';
import type { Subscriber } from './subscriber';

/** A subscription of one topic. */
export interface Hearing extends Subscriber {
  readonly topicArn: string;
}

/** Programs pass messages on to nobody in particular, so that hearing two topics makes no one person of their readers. */
const PEOPLE: ReadonlySet<string> = new Set(['email', 'email-json', 'sms', 'lambda']);

/**
 * Which topics the same people hear, by topic: two topics that an address, a phone or a channel's function is subscribed to
 * are of one audience, which has the ARN of its first topic as its name. So a second contact with a topic of its own is
 * told from the first.
 */
export function audiencesOf(subscriptions: readonly Hearing[]): ReadonlyMap<string, string> {
  const audiences = new Map(subscriptions.map(({ topicArn }) => [topicArn, topicArn]));
  const people = subscriptions.filter(({ protocol }) => PEOPLE.has(protocol));
  for (const [first, ...others] of groupBy(people, ({ protocol, endpoint }) => `${protocol} ${endpoint}`)) {
    for (const { topicArn } of others) {
      merge(audiences, first.topicArn, topicArn);
    }
  }
  return audiences;
}

function merge(audiences: Map<string, string>, topicArn: string, other: string): void {
  const [kept, gone] = [audiences.get(topicArn), audiences.get(other)];
  for (const [arn, audience] of audiences) {
    if (audience === gone && kept !== undefined) {
      audiences.set(arn, kept);
    }
  }
}

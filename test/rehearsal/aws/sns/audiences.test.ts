import * as fc from 'fast-check';
import { audiencesOf, type Hearing } from '../../../../lib/rehearsal/aws/sns/audiences';

const hears = (protocol: Hearing['protocol'], endpoint: string, ...topics: string[]): Hearing[] =>
  topics.map((topicArn) => ({ protocol, endpoint, topicArn }));

describe('the audience of a topic', () => {
  test.each<[string, readonly Hearing[], Record<string, string>]>([
    ['nobody', [], {}],
    [
      'each its own',
      [...hears('email', 'a', 'OnCall'), ...hears('email', 'b', 'Escalation')],
      { OnCall: 'OnCall', Escalation: 'Escalation' },
    ],
    ['one, by a mailbox', hears('email', 'a', 'OnCall', 'Alarms'), { OnCall: 'OnCall', Alarms: 'OnCall' }],
    ['one, by a phone', hears('sms', '+48', 'OnCall', 'Alarms'), { OnCall: 'OnCall', Alarms: 'OnCall' }],
    [
      "one, by a channel's function",
      hears('lambda', 'f', 'OnCall', 'Alarms'),
      { OnCall: 'OnCall', Alarms: 'OnCall' },
    ],
    [
      'each its own, though a program hears both',
      hears('https', 'hook', 'OnCall', 'Alarms'),
      { OnCall: 'OnCall', Alarms: 'Alarms' },
    ],
    [
      'one, by way of a third topic',
      [...hears('email', 'a', 'OnCall', 'Alarms'), ...hears('sms', '+48', 'Alarms', 'Audit')],
      { OnCall: 'OnCall', Alarms: 'OnCall', Audit: 'OnCall' },
    ],
    [
      'each its own, when an address is a phone of that name elsewhere',
      [...hears('email', 'a', 'OnCall'), ...hears('sms', 'a', 'Alarms')],
      { OnCall: 'OnCall', Alarms: 'Alarms' },
    ],
  ])('is %s', (_who, subscriptions, audiences) => {
    expect(Object.fromEntries(audiencesOf(subscriptions))).toEqual(audiences);
  });

  test('is the same for all topics that one address hears, in whatever order they stand', () => {
    const subscription = fc.record({
      protocol: fc.constantFrom('email' as const, 'sms' as const),
      endpoint: fc.constantFrom('a', 'b', 'c', 'd'),
      topicArn: fc.constantFrom('1', '2', '3', '4', '5'),
    });
    fc.assert(
      fc.property(fc.array(subscription), (subscriptions) => {
        const audiences = audiencesOf(subscriptions);
        for (const one of subscriptions) {
          for (const other of subscriptions) {
            if (one.protocol === other.protocol && one.endpoint === other.endpoint) {
              expect(audiences.get(one.topicArn)).toBe(audiences.get(other.topicArn));
            }
          }
        }
      }),
    );
  });
});

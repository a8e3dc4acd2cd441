import { Duration } from 'aws-cdk-lib';
import { Channel } from '../../lib/monitoring/channels/channel';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { findMistakes } from '../../lib/validation/validate-props';
import { calling, type Mistaken, testMistakes } from '../helpers/mistaken-props';
import { existingSecret } from '../helpers/secrets';

const E164 = 'write a plus, the country code and digits only, such as +48123456789';

const CONTACTS: Mistaken[] = [
  [
    calling({ emails: [] }),
    'onCall: must have a contact, got []; set emails, phoneNumbers, webhooks or channels, or nobody hears of an outage',
  ],
  [
    calling({ emails: ['on-call'] }),
    'onCall.emails[0]: must be an e-mail address, got "on-call"; write it as name@example.com',
  ],
  [
    calling({ phoneNumbers: ['0048 123'] }),
    `onCall.phoneNumbers[0]: must be a phone number in E.164 form, got "0048 123"; ${E164}`,
  ],
  [
    calling({ phoneNumbers: ['+4812345678901234'] }),
    `onCall.phoneNumbers[0]: must be a phone number in E.164 form, got "+4812345678901234"; ${E164}`,
  ],
  [
    calling({ webhooks: ['http://hooks.example.com'] }),
    'onCall.webhooks[0]: must be an https URL, got "http://hooks.example.com"; ' +
      'SNS sends messages about the store to it, so they must not be readable on the way',
  ],
  [
    calling({ emails: ['a@example.com', 'b@example.com', 'a@example.com'] }),
    'onCall.emails[2]: must be unique, got "a@example.com"; name each contact once',
  ],
  [
    calling({ webhooks: ['https://hooks.example.com/a', 'https://hooks.example.com/a'] }),
    'onCall.webhooks[1]: must be unique, got "https://hooks.example.com/a"; name each contact once',
  ],
  [
    calling({ emails: ['a@example.com'], escalation: {} }),
    'onCall.escalation: must have a contact, got []; set emails, phoneNumbers, webhooks or channels, or nobody hears of an outage',
  ],
  [
    calling({ emails: ['a@example.com'], escalation: { emails: ['b@example.com', 'a@example.com'] } }),
    'onCall.escalation.emails[1]: must be somebody else, got "a@example.com"; name somebody who is not told in the first place',
  ],
  [
    calling({ emails: ['a@example.com'], escalation: { phoneNumbers: ['0048 123'] } }),
    `onCall.escalation.phoneNumbers[0]: must be a phone number in E.164 form, got "0048 123"; ${E164}`,
  ],
  ...[0, 0.5, 121].map(
    (minutes): Mistaken => [
      calling({
        emails: ['a@example.com'],
        escalation: { emails: ['b@example.com'], after: Duration.seconds(minutes * 60) },
      }),
      `onCall.escalation.after: must be whole minutes, got ${minutes}; allowed are 1 to 120 minutes`,
    ],
  ),
  [
    calling({ runbookUrl: 'wiki/store-down' }),
    'onCall.runbookUrl: must be an http or https URL, got "wiki/store-down"; every message links it',
  ],
  [
    calling({ contacts: [{ role: '', reach: '+48 1' }] }),
    'onCall.contacts[0].role: has the wrong length, got ""; allowed are 1 to 40 characters',
  ],
  [
    calling({ contacts: [{ role: 'hosting', reach: 'x'.repeat(61) }] }),
    `onCall.contacts[0].reach: has the wrong length, got "${'x'.repeat(61)}"; allowed are 1 to 60 characters`,
  ],
  [
    calling({ contacts: Array.from({ length: 6 }, () => ({ role: 'hosting', reach: '+48 1' })) }),
    'onCall.contacts: has too many, got 6; name at most 5, or nobody reads them at night',
  ],
  [
    calling({ monitoringHold: Duration.seconds(0) }),
    'onCall.monitoringHold: must be whole minutes, got 0; allowed are 1 to 60 minutes',
  ],
  [
    calling({ monitoringHold: Duration.minutes(61) }),
    'onCall.monitoringHold: must be whole minutes, got 61; allowed are 1 to 60 minutes',
  ],
  [
    calling({ monitoringHold: Duration.seconds(90) }),
    'onCall.monitoringHold: must be whole minutes, got 1.5; allowed are 1 to 60 minutes',
  ],
  [
    calling({ longOutage: Duration.minutes(30) }),
    'onCall.longOutage: must be whole hours, got 0.5; allowed are 1 to 168 hours',
  ],
  [
    calling({ longOutage: Duration.hours(169) }),
    'onCall.longOutage: must be whole hours, got 169; allowed are 1 to 168 hours',
  ],
  [
    calling({ timeZone: 'Warsaw' }),
    'onCall.timeZone: must be a time zone, got "Warsaw"; write an IANA name, such as Europe/Warsaw',
  ],
];

describe('on-call contacts', () => {
  testMistakes(CONTACTS);

  test.each<[string, UnderstudyProps]>([
    ['a phone as the only contact', calling({ emails: [], phoneNumbers: ['+48123456789'] })],
    [
      'the shortest hold and long outage',
      calling({ monitoringHold: Duration.minutes(1), longOutage: Duration.hours(1) }),
    ],
    [
      'the longest hold and long outage',
      calling({ monitoringHold: Duration.hours(1), longOutage: Duration.days(7) }),
    ],
    [
      'the longest contacts',
      calling({
        contacts: Array.from({ length: 5 }, () => ({ role: 'r'.repeat(40), reach: 'x'.repeat(60) })),
      }),
    ],
    [
      'a pager as the only contact',
      calling({ emails: [], channels: [Channel.pagerDuty({ secret: existingSecret() })] }),
    ],
    ['a time zone of the IANA', calling({ timeZone: 'Europe/Warsaw' })],
    ['a webhook as the only contact', calling({ emails: [], webhooks: ['https://hooks.example.com/a'] })],
  ])('are accepted with %s', (_what, props) => {
    expect(findMistakes(props)).toEqual([]);
  });
});

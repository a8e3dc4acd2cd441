import {
  firstTroubleMs,
  overForGoodMs,
  recipientsOf,
} from '../../../../lib/rehearsal/judge/verdict/delivered-messages';
import type { TimedEvent } from '../../../../lib/rehearsal/kernel/event-log';

const message = (
  atMs: number,
  subject: string,
  endpoint = 'a@example.com',
  protocol = 'email',
): TimedEvent => ({
  kind: 'message',
  topic: 'Understudy',
  atMs,
  protocol,
  endpoint,
  subject: protocol === 'sms' ? '' : subject,
  body: protocol === 'sms' ? subject : '',
});
const INVESTIGATING = '[SEV1] INVESTIGATING shop: store down #INC-20261127-01';
const RECOVERED = '[SEV1] MONITORING shop: up again (was: store down) (no. 2, 10:18) #INC-20261127-01';
const AGAIN = '[SEV1] AGAIN shop: store down #INC-20261127-01';
const RESOLVED = '[SEV1] RESOLVED shop: store down #INC-20261127-01';
const over = (...messages: readonly TimedEvent[]) => overForGoodMs(recipientsOf(messages), 600);

describe('what people are told', () => {
  test.each([
    [INVESTIGATING, 'trouble'],
    [AGAIN, 'trouble'],
    ['[SEV1] UNSTABLE shop: store down #INC-20261127-01', 'trouble'],
    ['[SEV2] STILL FAILING shop: errors #INC-20261127-01', 'trouble'],
    ['ALARM: "shop-outage" in US East (N. Virginia)', 'trouble'],
    ['INSUFFICIENT_DATA: "shop-silent" in US East (N. Virginia)', 'trouble'],
    [RECOVERED, 'over'],
    [RESOLVED, 'over'],
    ['OK: "shop-outage" in US East (N. Virginia)', 'over'],
    ['[SEV1] MONITORING shop: store down #INC-20261127-01', 'else'],
    ['[SEV1] UPDATE shop: store down #INC-20261127-01', 'else'],
    ['UNRESOLVED', 'else'],
  ])('is known by its subject: %s', (subject, tells) => {
    const [recipient] = recipientsOf([message(1, subject)]);
    expect(recipient?.messages[0]?.tells).toBe(tells);
  });

  test('is counted for each recipient', () => {
    const recipients = recipientsOf([
      message(1, INVESTIGATING),
      message(1, 'SEV1 shop.example.com: store down since 10:07 Warsaw. INC-20261127-01', '+48', 'sms'),
      message(1, INVESTIGATING, 'https://hook.example', 'https'),
      message(2, RESOLVED),
    ]);
    expect(recipients.map(({ isPerson, messages }) => [isPerson, messages.length])).toEqual([
      [true, 2],
      [true, 1],
      [false, 1],
    ]);
    expect(recipients[1]?.messages[0]).toMatchObject({ state: 'INVESTIGATING', tells: 'trouble' });
  });

  test('begins with the first trouble from the failure on', () => {
    const recipients = recipientsOf([message(9, INVESTIGATING), message(10, RESOLVED), message(11, AGAIN)]);
    expect(firstTroubleMs(recipients, 10)).toBe(11);
    expect(firstTroubleMs(recipients, 12)).toBeUndefined();
  });
});

describe('the end', () => {
  test('is the first message that says so after the last trouble', () => {
    expect(over(message(100, INVESTIGATING), message(700, RECOVERED), message(900, RESOLVED))).toBe(700);
  });

  test('is not one after which the trouble comes back', () => {
    expect(over(message(100, INVESTIGATING), message(700, RECOVERED), message(800, AGAIN))).toBeUndefined();
    const back = [message(700, RECOVERED), message(800, AGAIN), message(900, RECOVERED)];
    expect(over(message(100, INVESTIGATING), ...back)).toBe(900);
  });

  test('is not one from before the repair', () => {
    expect(over(message(100, INVESTIGATING), message(599, RECOVERED))).toBeUndefined();
    expect(over(message(100, INVESTIGATING), message(600, RECOVERED))).toBe(600);
  });

  test('is not unsettled by what somebody else gets late', () => {
    const late = message(1_200, INVESTIGATING);
    const phone = [INVESTIGATING, RECOVERED].map((text, index) => message(100 + index * 600, text, '+48'));
    expect(over(message(700, RECOVERED), ...phone, late)).toBe(700);
  });

  test('means nothing to somebody who never heard of a beginning', () => {
    expect(over(message(700, RECOVERED))).toBeUndefined();
  });
});

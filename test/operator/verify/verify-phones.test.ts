import type {
  DeployedStack,
  Inspector,
  SmsAccount,
  Subscriber,
} from '../../../lib/operator/verify/inspector';
import { verifyPhones } from '../../../lib/operator/verify/verify-phones';
import { verifySubscriptions } from '../../../lib/operator/verify/verify-subscriptions';

const PHONE = '+48123456789';
const subscription = (protocol: string, endpoint: string, topic = 'Topic') => ({
  logicalId: `${protocol}-${endpoint}`,
  type: 'AWS::SNS::Subscription',
  properties: { Protocol: protocol, Endpoint: endpoint, TopicArn: { Ref: topic } },
});
const TOPIC = {
  logicalId: 'Topic',
  type: 'AWS::SNS::Topic',
  properties: { DisplayName: 'Understudy' },
  physicalId: 'arn:topic',
};
const stackOf = (...subscriptions: DeployedStack['resources'][number][]): DeployedStack => ({
  outputs: {},
  resources: [TOPIC, ...subscriptions],
});

const ACCOUNT: SmsAccount = { inSandbox: false, verified: [], monthlySpendLimit: 20 };
const PHONES = stackOf(subscription('sms', PHONE), subscription('sms', PHONE, 'Alarms'));

/** What is found of a phone that is subscribed twice, as `ok`, `WARN` or `WRONG` and text. */
async function found(changes: Partial<Pick<Inspector, 'smsAccount' | 'isOptedOut'>>, stack = PHONES) {
  const inspector = { smsAccount: async () => ACCOUNT, isOptedOut: async () => false, ...changes };
  const findings = await verifyPhones(stack, inspector as Inspector);
  return findings.map(
    ({ ok, warns, subject, detail }) => `${ok ? (warns ? 'WARN' : 'ok') : 'WRONG'} ${subject}: ${detail}`,
  );
}

describe('phones', () => {
  test('that nothing keeps from messages are fine, and named once', async () => {
    expect(await found({})).toEqual([
      'ok text messages: the account is out of the SMS sandbox',
      'ok text messages: SNS stops sending text messages at US $20 a month',
      `ok phone ${PHONE}: has not opted out`,
    ]);
  });

  test('are not asked about where there are none', async () => {
    expect(await found({}, stackOf(subscription('email', 'a@example.com')))).toEqual([]);
  });

  test('get nothing in the sandbox, unless they are verified there', async () => {
    const inSandbox = { ...ACCOUNT, inSandbox: true };
    expect((await found({ smsAccount: async () => inSandbox }))[0]).toBe(
      `WRONG text messages: the account is in the SMS sandbox, and ${PHONE} gets nothing; leave the sandbox, or verify the number in the SNS console`,
    );
    expect((await found({ smsAccount: async () => ({ ...inSandbox, verified: [PHONE] }) }))[0]).toBe(
      'WARN text messages: the account is in the SMS sandbox; each number is verified there',
    );
  });

  test.each([
    [0.99, /^WARN .* at US \$0.99 a month; ask for more/],
    [1, /^WARN .* at US \$1 a month; ask for more, "Account spend limit" in the SNS console$/],
    [1.01, /^ok /],
    [undefined, /^WARN .*SNS names no monthly spend limit/],
  ])('with a limit of %p dollars a month are judged by it', async (monthlySpendLimit, text) => {
    const texts = await found({ smsAccount: async () => ({ ...ACCOUNT, monthlySpendLimit }) });
    expect(texts[1]).toMatch(text);
  });

  test('that have opted out are wrong', async () => {
    expect((await found({ isOptedOut: async () => true })).at(-1)).toBe(
      `WRONG phone ${PHONE}: has opted out of all text messages of this account; opt it in again in the SNS console, which takes it once in 30 days`,
    );
  });

  test('that nobody may look at are no fault, and said to be unknown', async () => {
    const denied = async () => Promise.reject(new Error('not authorized'));
    expect(await found({ smsAccount: denied, isOptedOut: denied })).toEqual([
      'WARN text messages: could not be looked at: not authorized',
      `WARN phone ${PHONE}: could not be looked at: not authorized`,
    ]);
  });
});

describe('subscribers', () => {
  const stack = stackOf(subscription('email', 'a@example.com'), subscription('email', 'b@example.com'));
  const detailsOf = async (...subscribers: Subscriber[]) => {
    const inspector = { subscribers: async () => subscribers } as unknown as Inspector;
    return (await verifySubscriptions(stack, inspector)).map(
      ({ ok, warns, detail }) => `${ok ? (warns ? 'WARN' : 'ok') : 'WRONG'} ${detail}`,
    );
  };
  const confirmed = (endpoint: string, isLoose = false) => ({ endpoint, confirmed: true, isLoose });

  test('are counted against the props', async () => {
    expect((await detailsOf(confirmed('a@example.com'), confirmed('b@example.com')))[0]).toBe(
      'ok 2 of 2 contacts in the props are subscribed and confirmed',
    );
    expect((await detailsOf(confirmed('a@example.com')))[0]).toBe(
      'WARN 1 of 2 contacts in the props are subscribed and confirmed; nobody else hears of the store',
    );
  });

  test('whom a stranger could unsubscribe are named', async () => {
    expect((await detailsOf(confirmed('a@example.com', true), confirmed('b@example.com')))[1]).toMatch(
      /^WARN a@example.com is subscribed, and anybody who has one of its e-mails can unsubscribe it \(no AuthenticateOnUnsubscribe\); .*"npx understudy confirm"$/,
    );
  });
});

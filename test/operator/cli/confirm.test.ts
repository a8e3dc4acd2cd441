import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:Understudy-OnCall';
const linkTo = (host: string, query: string) => `https://${host}/confirmation.html?${query}`;
const SNS = 'sns.us-east-1.amazonaws.com';

describe('understudy confirm', () => {
  test('confirms each link so that only the owner can end the subscription', async () => {
    const links = ['one', 'two'].map((token) =>
      linkTo(SNS, `TopicArn=${TOPIC}&Token=${token}&Endpoint=a@example.com`),
    );
    expect(await store.run('confirm', ...links)).toBe(0);
    expect(store.confirmations.map((asked) => Object.fromEntries(asked))).toMatchObject([
      { TopicArn: TOPIC, Token: 'one', AuthenticateOnUnsubscribe: 'true' },
      { TopicArn: TOPIC, Token: 'two', AuthenticateOnUnsubscribe: 'true' },
    ]);
    expect(store.printed).toContain(
      'Confirmed for topic Understudy-OnCall. Only its owner can end this subscription.',
    );
  });

  test.each([
    ['of another host', linkTo('safelinks.example.com', `TopicArn=${TOPIC}&Token=t`)],
    ['of another Region', linkTo('sns.eu-west-1.amazonaws.com', `TopicArn=${TOPIC}&Token=t`)],
    ['without a token, as a shell leaves it that was given no quotes', linkTo(SNS, `TopicArn=${TOPIC}`)],
    ['that is none', 'Token'],
  ])('refuses a link %s, and confirms none beside it', async (_what, link) => {
    const good = linkTo(SNS, `TopicArn=${TOPIC}&Token=t`);
    expect(await store.run('confirm', good, link)).toBe(2);
    expect(store.output).toBe(
      `confirm: must be the link of a confirmation e-mail, got ${JSON.stringify(link)}; it begins with https://${SNS}/ and has a TopicArn and a Token, so copy it in quotes`,
    );
    expect(store.confirmations).toEqual([]);
  });

  test('refuses to do nothing', async () => {
    expect(await store.run('confirm')).toBe(2);
    expect(store.output).toBe('confirm: must be at least one link, got none; put each in quotes');
  });
});

import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

describe('understudy', () => {
  test('says how to sign in where there are no credentials', async () => {
    store.signedIn = false;
    expect(await store.run('announce', 'x')).toBe(2);
    expect(store.output).toBe(
      'credentials: must be valid, got "Could not load credentials from any providers"; sign in as for the AWS CLI, such as with "aws sso login" or AWS_PROFILE',
    );
  });

  test.each([
    [['announce', 'x'], 'Refused: there is no incident to speak of; alarms open one', 1],
    [['announce', 'two', 'texts'], 'announce: must be one text, got ["two","texts"]; put it in quotes', 2],
    [
      ['announce', 'x', '--state', 'monitoring'],
      '--state: must be investigating, identified, resolved, got "monitoring"',
      2,
    ],
    [
      ['announce', 'x', '--expected-back', 'soon'],
      '--expected-back: must be a time, got "soon"; write now, 14:30',
      2,
    ],
    [
      ['announce', 'x', '--expected-back', '2025-03-01T09:00Z'],
      '--expected-back: must lie in the future, got "2025-03-01T09:00Z"; name a later time',
      2,
    ],
    [
      ['announce', 'x', '--text', 'polski'],
      '--text: must be language=text, got "polski"; write it like pl="..."',
      2,
    ],
    [
      ['announce', 'x', '--text', 'pl=dzwonek\u0007'],
      'texts: must be one line without control characters, got U+0007 in pl at character 8; replace it by a space',
      2,
    ],
    [
      ['announce', 'x'.repeat(501)],
      'texts: must have a language tag such as pl or zh-Hant and 1 to 500 characters each, in at most 20 languages, got en with 501',
      2,
    ],
    [
      ['announce', 'x', '--text', 'PL=Znamy'],
      'in at most 20 languages, got en with 1 characters, PL with 5 characters; shorten or correct them',
      2,
    ],
    [['announce', 'x', '--loud'], "unknown option '--loud'; see npx understudy announce --help", 2],
    [['announce', '--yes'], 'announce: must be one text, got []; put it in quotes', 2],
    [['shout'], "unknown command 'shout'; see npx understudy --help", 2],
    [['deployed', 'v 1'], 'deployed: must be 1 to 40 ASCII characters without spaces, got "v 1"', 2],
    [['maintenance', 'pause'], "unknown command 'pause'; see npx understudy maintenance --help", 2],
    [['maintenance', 'open', 'x'], '--to: is missing, got nothing; say when the work ends, such as +2h', 2],
    [['maintenance', 'close'], 'Refused: there is no maintenance window to close', 1],
    [['announce', '--retract'], 'Refused: nobody has said anything that could be taken back', 1],
  ])('fails by name: %j', async (args, message, code) => {
    expect(await store.run(...args)).toBe(code);
    expect(store.output).toContain(message);
    expect(store.world.messages).toEqual([]);
  });

  test.each([[[]], [['--help']], [['announce', '--help']], [['maintenance', '-h']]])(
    'explains itself: %j',
    async (args) => {
      expect(await store.run(...args)).toBe(0);
      expect(store.output).toContain('Usage: npx understudy');
    },
  );

  test('says which version it is', async () => {
    expect(await store.run('--version')).toBe(0);
    expect(store.output).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each([
    [
      'arn:aws:iam::111122223333:user/ola',
      'To: shop.example.com, stack Blue in account 111122223333, us-east-1\n',
    ],
    [undefined, 'To: shop.example.com, stack Blue in an account that AWS did not name, us-east-1\n'],
  ])('shows which store of which account it speaks for before it asks: %s', async (arn, shown) => {
    store.arn = arn;
    store.answer = false;
    await store.run('deployed', 'v1', '--stack', 'Blue');
    expect(store.output).toContain(shown);
    expect(store.questions).toBe(1);
  });

  describe('with two stores in one stack', () => {
    beforeEach(() => {
      store.outputs = {
        OutletStatusUpdateFunctionName4E5F: 'function of the outlet',
        OutletOutageAlarmName6A7B: 'outlet.example.com-outage',
        ...store.outputs,
      };
    });

    test.each([
      [['deployed', 'v1', '--yes']],
      [['maintenance', 'close']],
      [['announce', '--retract', '--store', 'shop']],
    ])('refuses to guess which is meant: %j', async (args) => {
      expect(await store.run(...args)).toBe(2);
      expect(store.output).toMatch(/^--store: must be one of outlet\.example\.com, shop\.example\.com, got /);
      expect(store.questions).toBe(0);
    });

    test('speaks for the one that is named', async () => {
      expect(await store.run('deployed', 'v1', '--yes', '--store', 'shop.example.com')).toBe(0);
      expect(store.output).toContain('To: shop.example.com, stack Understudy in account');
    });

    test('looks ahead at the whole stack', async () => {
      expect(await store.run('verify', '--app', 'cdk.out', '--store', 'shop.example.com')).toBe(2);
      expect(store.output).toBe(
        '--store: not possible with --app, which is about a whole stack; leave one of them out',
      );
    });
  });

  test.each([
    ['an url', '--page-url: must be an http or https URL, got "an url"; such as https://d111111abcdef8'],
    ['file:///etc/hosts', '--page-url: must be an http or https URL, got "file:///etc/hosts"; such as'],
  ])('refuses to look for the emergency page at %s', async (url, message) => {
    expect(await store.run('verify', '--page-url', url)).toBe(2);
    expect(store.output).toContain(message);
  });

  test('refuses to look for a page and ahead at once', async () => {
    const page = 'http://127.0.0.1/understudy/index.html';
    expect(await store.run('verify', '--app', 'cdk.out', '--page-url', page)).toBe(2);
    expect(store.output).toBe(
      '--page-url: not possible with --app, which looks at no page; leave one of them out',
    );
  });

  test('exits with 2 when verify could not look: the store is neither well nor broken then', async () => {
    expect(await store.run('verify')).toBe(2);
    expect(store.output).toBe('denied');
  });
});

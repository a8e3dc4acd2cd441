import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InitCancelled, type Prompt } from '../../../lib/operator/init/ask-questions';
import { lookAtFolder } from '../../../lib/operator/init/folder';
import { type InitDeps, type InitOptions, init } from '../../../lib/operator/init/init';
import { writeFiles } from '../../../lib/operator/init/write-files';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'understudy-init-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const OPTIONS: InitOptions = {
  yes: true,
  domain: 'shop.example.com',
  zoneId: 'Z0123456789EXAMPLE',
  store: 'shop-1234.eu-central-1.elb.amazonaws.com',
  loadBalancerZoneId: 'Z215JYRZR1TBD5',
  name: 'Example Shop',
  email: 'on-call@example.com',
  contactEmail: 'help@example.com',
  runbook: 'https://wiki.example.com/store-down',
};

async function play(options: InitOptions, deps: Partial<InitDeps> = {}) {
  const said: string[] = [];
  const ran: string[] = [];
  const code = await init(options, {
    print: (text) => said.push(text),
    printError: (text) => said.push(text),
    folder: lookAtFolder(directory),
    write: (files) => writeFiles(directory, files),
    timeZone: 'Europe/Warsaw',
    run: async (program, args) => {
      ran.push([program, ...args].join(' '));
      return 0;
    },
    ...deps,
  });
  return { code, said: said.join('\n'), ran, files: readdirSync(directory).sort() };
}

function put(path: string, text: string) {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), text);
}
function install(...names: readonly string[]) {
  for (const name of names) {
    put(`node_modules/${name}/package.json`, '{}');
  }
}

/** Somebody who answers by the beginning of the question, and presses Enter otherwise. */
function somebody(answers: Readonly<Record<string, string | boolean>>) {
  const asked: Prompt[] = [];
  const mistakes: string[] = [];
  const prompter = async () => async (prompt: Prompt) => {
    asked.push(prompt);
    const [, answer] = Object.entries(answers).find(([ask]) => prompt.ask.includes(ask)) ?? [];
    const usual = prompt.kind === 'yes or no' ? false : (prompt.choices?.[0]?.value ?? prompt.fallback ?? '');
    for (const given of [answer ?? usual].flat()) {
      const mistake = prompt.mistake(given);
      if (mistake === undefined) {
        return given;
      }
      mistakes.push(mistake);
    }
    throw new InitCancelled('Nothing was written.');
  };
  return { prompter, asked, mistakes };
}

const REPLIES = {
  'name do shoppers': 'shop.example.com',
  'id?': 'Z0123456789EXAMPLE',
  'At which address': '8.8.8.8',
  'call the shop': 'Example Shop',
  'by e-mail': 'on-call@example.com',
  'your own steps': 'https://wiki.example.com/store-down',
  'e-mail address do shoppers': 'help@example.com',
};

describe('init in an empty folder', () => {
  test('writes the store and an app from options, says what, and what to type next', async () => {
    const { code, said, ran, files } = await play(OPTIONS);
    expect(code).toBe(0);
    expect(files).toEqual(['.gitignore', 'bin', 'cdk.json', 'lib', 'package.json', 'tsconfig.json']);
    expect(said).toContain('lib/store.ts       your store');
    expect(said).toMatch(
      /Next:\n {2}npm install <where it was made>\/understudy-[\d.]+\.tgz\n {2}npx understudy rehearse$/,
    );
    // "understudy" on npm is something else.
    expect(readFileSync(join(directory, 'package.json'), 'utf8')).not.toMatch(/"understudy": /);
    expect(ran).toEqual([]);
  });

  test('asks one question after the other, with what goes without saying filled in', async () => {
    const { prompter, asked } = somebody(REPLIES);
    const { code } = await play({}, { prompter });
    expect(code).toBe(0);
    expect(asked.find(({ ask }) => ask.includes('hosted zone'))?.fallback).toBe('example.com');
    expect(asked.find(({ ask }) => ask.includes('time zone'))?.fallback).toBe('Europe/Warsaw');
    // It runs at addresses: nothing is asked about load balancers and host names.
    expect(asked.filter(({ ask }) => /load balancer's|always shows/.test(ask))).toEqual([]);
    expect(readFileSync(join(directory, 'lib/store.ts'), 'utf8')).toContain("ipAddresses(['8.8.8.8'])");
  });

  test.each([
    [true, ['npm install --no-fund --no-audit', 'understudy rehearse']],
    [false, []],
  ])('asks whether to install and rehearse: %s', async (yes, commands) => {
    install('understudy');
    const { prompter } = somebody({ ...REPLIES, 'Install what': yes });
    const { code, ran } = await play({}, { prompter });
    expect([code, ran]).toEqual([0, commands]);
  });

  test('keeps what is written when somebody gives up at the last question', async () => {
    install('understudy');
    const { prompter } = somebody(REPLIES);
    const reluctant = async () => {
      const prompt = await prompter();
      return async (one: Prompt) => {
        if (one.ask.includes('Install')) {
          throw new InitCancelled('Nothing was written.');
        }
        return prompt(one);
      };
    };
    const { code, said } = await play({}, { prompter: reluctant });
    expect(code).toBe(0);
    expect(said).not.toContain('Nothing was written');
    expect(said).toContain('npx understudy rehearse');
  });

  test('does not ask what an option has said', async () => {
    const { prompter, asked } = somebody(REPLIES);
    await play({ domain: 'shop.example.com', small: true }, { prompter });
    expect(asked.some(({ ask }) => /do shoppers type|a month/.test(ask))).toBe(false);
  });

  test.each([
    [
      'At which address',
      '10.0.0.1',
      'topology.primary.ipv4[0]: must be a public IPv4 address, got "10.0.0.1"',
    ],
    ['hosted zone', 'example.net', 'domainName: must lie in hostedZone.zoneName, got "shop.example.com"'],
    ['By text message', '0123', 'onCall.phoneNumbers[0]: must be a phone number in E.164 form, got "0123"'],
    ['languages', 'en, de', 'page.languages[1]: the page is not written in this language, got de'],
    ['name do shoppers', '', 'is missing, such as shop.example.com'],
  ])('tells a mistake at once, in the words of synth: %s %s', async (ask, reply, mistake) => {
    const { prompter, mistakes } = somebody({ [ask]: reply, ...REPLIES, ...{ [ask]: reply } });
    const { code, files } = await play({}, { prompter });
    expect(mistakes[0]).toContain(mistake);
    expect([code, files]).toEqual([2, []]);
  });

  test('leaves nothing behind when somebody gives up', async () => {
    const { code, said, files } = await play(
      {},
      {
        prompter: async () => async () => {
          throw new InitCancelled('Nothing was written.');
        },
      },
    );
    expect([code, said, files]).toEqual([2, 'Nothing was written.', []]);
  });

  test('rehearses at once where everything is installed, and passes its exit code on', async () => {
    install('understudy', 'aws-cdk-lib', 'constructs', 'aws-cdk', 'tsx', 'typescript', '@types/node');
    const ran: string[] = [];
    const run: InitDeps['run'] = async (program, args) => {
      ran.push([program, ...args].join(' '));
      return 1;
    };
    expect((await play(OPTIONS, { run })).code).toBe(1);
    expect(ran).toEqual(['understudy rehearse']);
  });

  test('installs what is missing where it may, then rehearses', async () => {
    put('package.json', '{}');
    install('understudy', 'aws-cdk-lib', 'constructs', 'typescript', '@types/node');
    const { ran } = await play({ ...OPTIONS, install: true });
    expect(ran).toEqual([
      'npm install --save-dev aws-cdk@2.1148.1 tsx@4.23.15 --no-fund --no-audit',
      'understudy rehearse',
    ]);
    expect(readFileSync(join(directory, 'package.json'), 'utf8')).toBe('{}');
  });

  test('says what is left to type where the installation fails', async () => {
    install('understudy');
    const { code, said } = await play({ ...OPTIONS, install: true }, { run: async () => 1 });
    expect(code).toBe(1);
    expect(said).toContain('npm install\n  npx understudy rehearse');
  });

  test('says what a small one costs at most and what it leaves out, in 80 columns', async () => {
    const { said } = await play({ ...OPTIONS, small: true });
    expect(said).toContain('Small: at most $5 a month');
    expect(said).toContain('failures shorter');
    expect(Math.max(...said.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });
});

describe('init refuses', () => {
  test('without a terminal and without --yes, and shows the options', async () => {
    const { code, said, files } = await play({});
    expect([code, files]).toEqual([2, []]);
    expect(said).toContain('npx understudy init --yes --domain shop.example.com');
  });

  test('options that are missing, all of them at once', async () => {
    const { code, said } = await play({ yes: true, domain: 'shop.example.com', store: '8.8.8.8' });
    expect(code).toBe(2);
    expect(said).toBe(
      `init: 3 mistakes; nothing was written
  --zone-id: is missing, such as Z0123456789EXAMPLE
  --name: is missing, such as Example Shop
  --runbook: is missing, such as https://wiki.example.com/store-down`,
    );
  });

  test.each<[Readonly<Record<string, string>>, string]>([
    [{ phone: '0123' }, '--phone: onCall.phoneNumbers[0]: must be a phone number in E.164 form, got "0123"'],
    [{ email: '' }, '--webhook: onCall: must have a contact, got []'],
    [{ contactEmail: '' }, "--contact-phone: page.contact: shoppers can't reach anybody"],
    [
      { secondEmail: 'on-call@example.com' },
      '--second-email: onCall.escalation.emails[0]: must be somebody else',
    ],
    [{ topology: 'both' }, '--topology: topology.kind: must be one of "edge", "dns", got "both"'],
    [{ probeHost: 'a.example.net' }, '--probe-host: is not needed with the other answers; leave it out'],
    [{ store: 'store.example.net', loadBalancerZoneId: 'Z2' }, '--load-balancer-zone-id: is not needed'],
    [{ domain: 'https://shop.example.com/' }, '--domain: domainName: must be a host name'],
  ])('mistakes in options, each by its name: %j', async (changes, mistake) => {
    const { code, said, files } = await play({ ...OPTIONS, ...changes });
    expect(said).toContain(mistake);
    expect([code, files]).toEqual([2, []]);
  });

  test('to overwrite, before it asks and before it writes anything', async () => {
    put('lib/store.ts', 'mine');
    put('bin/understudy.ts', 'mine, too');
    const { prompter, asked } = somebody(REPLIES);
    const { code, said, files } = await play({}, { prompter });
    expect([code, asked, files]).toEqual([2, [], ['bin', 'lib']]);
    expect(said).toContain('here are lib/store.ts, bin/understudy.ts already');
    expect(readFileSync(join(directory, 'lib/store.ts'), 'utf8')).toBe('mine');
  });

  test('an app in another language, and says what to do instead', async () => {
    put('cdk.json', '{"app":"python3 app.py"}');
    const { code, said } = await play(OPTIONS);
    expect(code).toBe(2);
    expect(said).toContain('cdk.json runs "python3 app.py"; make an app of its own in another folder');
  });
});

describe('init in a CDK app', () => {
  test.each([
    [['lib'], 'lib/store.ts', "import { store } from '../lib/store';"],
    [[], 'store.ts', "import { store } from '../store';"],
  ])('with folders %j writes %s alone, and says which lines to add', async (folders, path, line) => {
    put('cdk.json', '{"app":"npx tsx bin/app.ts"}');
    for (const folder of folders) {
      mkdirSync(join(directory, folder));
    }
    const { code, said, ran } = await play(OPTIONS);
    expect([code, ran]).toEqual([0, []]);
    expect(existsSync(join(directory, path))).toBe(true);
    expect(existsSync(join(directory, 'bin'))).toBe(false);
    expect(said).toContain(line);
    expect(said).toContain("new Understudy(new Stack(app, 'Understudy', { env: { region: 'us-east-1' } })");
    expect(said).toMatch(
      /Next:\n {2}npm install <where it was made>\/understudy-.*\n {2}npx understudy rehearse$/,
    );
  });
});

describe('writing', () => {
  test('takes away what it has written when a later file fails', () => {
    put('taken', 'mine');
    const files = ['a/b/c.ts', 'd.ts', 'taken'].map((path) => ({ path, text: 'new' }));
    expect(() => writeFiles(directory, files)).toThrow('EEXIST');
    expect(readdirSync(directory)).toEqual(['taken']);
    expect(readFileSync(join(directory, 'taken'), 'utf8')).toBe('mine');
  });
});

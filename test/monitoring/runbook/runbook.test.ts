import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Channel, Understudy } from '../../../lib';
import { existingSecret } from '../../helpers/secrets';
import { APP_CONTEXT, storeProps } from '../../helpers/store-props';
import { propertiesOf } from '../../helpers/template';

const CHANNELS = [Channel.slack({ secret: existingSecret() })];
const CONTACTS = [
  { role: 'hosting', reach: 'noc@hosting.example.net' },
  { role: 'payments', reach: '+48 22 123 45 67' },
];

let outdir: string;
let template: Template;
let html: string;
let markdown: string;
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'understudy-runbook-'));
  const context = { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': ['**'] };
  const app = new App({ outdir, context, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
  const { onCall } = storeProps();
  const told = { contacts: CONTACTS, channels: CHANNELS, phoneNumbers: ['+48600100200'] };
  const endpoints = [
    { name: 'home', path: '/', searchString: 'Example Shop', critical: true },
    { name: 'search', path: '/search', searchString: 'Search', severity: 'SEV3' },
    { name: 'checkout', path: '/checkout', searchString: 'Checkout', severity: 'SEV1', restoreOrder: 1 },
  ] as const;
  const props = storeProps({ onCall: { ...onCall, ...told }, healthChecks: { endpoints } });
  new Understudy(stack, 'Understudy', props);
  template = Template.fromStack(stack);
  app.synth();
  const paths = readdirSync(outdir, { recursive: true, encoding: 'utf8' });
  const read = (name: string) =>
    readFileSync(join(outdir, paths.find((path) => path.endsWith(`/${name}`)) ?? ''), 'utf8');
  [html, markdown] = [read('runbook.html'), read('runbook.md')];
});
afterAll(() => rmSync(outdir, { recursive: true }));

const alarms = () =>
  ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap((type) =>
    propertiesOf(template, type),
  );

/** What stands where the deployment puts values in, by logical id. */
const joined = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : ((value as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1] ?? [])
        .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
        .join('');

const upload = () =>
  propertiesOf(template, 'Custom::CDKBucketDeployment').find(
    ({ DestinationBucketKeyPrefix: prefix }) => prefix !== undefined,
  );

describe('runbook', () => {
  test('begins with three taps: the shop, the dashboard, a call', () => {
    const taps = [...html.matchAll(/<a href="([^"]*)" class="button">([^<]*)</g)];
    expect(taps.map(([, url, text]) => [text, url])).toEqual([
      ['Open the shop', 'https://shop.example.com/'],
      ['Open the dashboard', expect.stringContaining('#dashboards/dashboard/shop-example-com')],
      ['Call payments: +48 22 123 45 67', 'tel:+48221234567'],
    ]);
  });

  test('says of every alarm, those of channels included, what it means, what to do first and what to look at', () => {
    const names: string[] = alarms().map(({ AlarmName }) => AlarmName);
    expect(names.filter((name) => name.includes('slack'))).not.toEqual([]);
    expect(
      [...html.matchAll(/<section id="([^"]*)">/g)].map(([, id]) => `shop.example.com-${id}`).sort(),
    ).toEqual(names.sort());
    expect(markdown.match(/^\| \[/gm)).toHaveLength(names.length);
    expect(markdown.match(/^Do this: /gm)).toHaveLength(names.length);
  });

  test('has before each shell line of a check a sentence and a link', () => {
    const checks = markdown.slice(markdown.indexOf('Do this: ')).split('```sh\n').slice(0, -1);
    for (const before of checks) {
      expect(before).toMatch(/ When all is well: [^\n]+\n\n\[[^\]]+\]\(<https:[^)]+>\)\n\n$/);
    }
    expect(checks).toHaveLength(2 * alarms().length);
  });

  test('says what to restore first, what each endpoint is worth, and what closes the store', () => {
    const rows = /What to restore first[^#]*/.exec(markdown)?.[0].match(/^\| \d.*$/gm);
    expect(rows).toEqual([
      '| 1 | checkout | SEV1 | open |',
      '| 2 | home | SEV1 | closed |',
      '| 3 | search | SEV3 | open |',
    ]);
  });

  test('names contacts with a tap for each, and tells nobody who else is told', () => {
    expect(markdown).toContain('[hosting: noc@hosting.example.net](<mailto:noc@hosting.example.net>)');
    expect(html).not.toContain('600100200');
    expect(html).not.toContain('on-call@example.com');
  });

  test('asks nobody to fill in anything', () => {
    expect(html).not.toMatch(/class="blank"|write down/i);
  });

  test('is linked from every alarm, after the user’s own, to the section about it, without the console', () => {
    for (const { AlarmName, AlarmDescription } of alarms()) {
      const [, link] = joined(AlarmDescription).split(' Steps: ');
      const section = AlarmName.replace('shop.example.com-', '');
      expect(link).toMatch(
        new RegExp(
          `^https://{"Fn::GetAtt":\\["UnderstudyEdgeDistribution\\w+","DomainName"\\]}/understudy/{"Ref":"UnderstudyTopicsKey\\w+"}/runbook\\.html#${section}$`,
        ),
      );
    }
  });

  test('is linked from every message of the function', () => {
    const variables = propertiesOf(template, 'AWS::Lambda::Function').map(
      ({ Environment }) => Environment?.Variables,
    );
    const store = joined(variables.find((one) => one?.STORE)?.STORE);
    expect(store).toMatch(/"stepsUrl":"https:\/\/.*\/understudy\/.*\/runbook\.html"/);
  });

  test('lies in a folder of its own that nobody can guess, deletes nothing, and nobody keeps it', () => {
    expect(joined(upload()?.DestinationBucketKeyPrefix)).toMatch(
      /^understudy\/{"Ref":"UnderstudyTopicsKey\w+"}$/,
    );
    expect(upload()).toMatchObject({
      Prune: false,
      SystemMetadata: { 'cache-control': 'no-store' },
    });
  });

  test('is at no address that the outputs of the stack tell', () => {
    expect(JSON.stringify(template.findOutputs('*'))).not.toMatch(/UnderstudyTopicsKey|runbook/i);
  });

  test('holds commands that read and nothing else', () => {
    const verbs = [...html.matchAll(/aws [a-z0-9]+ ([a-z-]+)/g)].map(([, verb = '']) => verb.split('-')[0]);
    expect([...new Set(verbs)].sort()).toEqual(['describe', 'get', 'receive', 'tail']);
  });

  test('holds commands that any POSIX shell takes, also on one line of a table', () => {
    const blocks = [...markdown.matchAll(/^```sh\n(.*?)^```$/gms), ...markdown.matchAll(/ \| `(.*)` \|$/gm)];
    for (const command of new Set(blocks.map(([, text = '']) => text.replaceAll('\\|', '|')))) {
      // A syntax error fails the shell, which runs nothing.
      execFileSync('sh', ['-n'], { input: command.replace('<version>', 'v1') });
      // Only `date +format` is the same on GNU and on BSD.
      expect(command).not.toMatch(/\bdate -/);
    }
  });
});

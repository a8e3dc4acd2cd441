import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Channel, Understudy } from '../../lib';
import { existingSecret } from '../helpers/secrets';
import { APP_CONTEXT, storeProps } from '../helpers/store-props';
import { propertiesOf } from '../helpers/template';

const CHANNELS = [Channel.slack({ secret: existingSecret() })];

let outdir: string;
let template: Template;
let files: Map<string, string>;
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'understudy-runbooks-'));
  const context = { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': ['**'] };
  const app = new App({ outdir, context, builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
  const { onCall } = storeProps();
  const contacts = [{ role: 'payments', reach: '+48 22 123 45 67' }];
  new Understudy(stack, 'Understudy', storeProps({ onCall: { ...onCall, contacts, channels: CHANNELS } }));
  template = Template.fromStack(stack);
  app.synth();
  files = new Map(
    readdirSync(outdir, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('/runbooks/'))
      .map((path) => [path.replace(/^.*\/runbooks\//, ''), readFileSync(join(outdir, path), 'utf8')]),
  );
});
afterAll(() => rmSync(outdir, { recursive: true }));

/** Every alarm's name and its description with references as `{logical id}`. */
function alarms(): { name: string; description: string }[] {
  return ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap((type) =>
    propertiesOf(template, type).map(({ AlarmName, AlarmDescription }) => ({
      name: AlarmName,
      description: AlarmDescription['Fn::Join'][1]
        .map((part: unknown) => (typeof part === 'string' ? part : '{bucket}'))
        .join(''),
    })),
  );
}

describe('runbook', () => {
  test('exists for every alarm, those of channels included, as HTML and as Markdown', () => {
    const names = alarms().map(({ name }) => name);
    expect(names.filter((name) => name.includes('slack'))).not.toEqual([]);
    expect([...files.keys()].sort()).toEqual(names.flatMap((name) => [`${name}.html`, `${name}.md`]).sort());
  });

  test('is linked from the description of its alarm, after the user’s own', () => {
    for (const { name, description } of alarms()) {
      expect(description).toMatch(
        new RegExp(
          `Runbook: https://wiki.example.com/store-down Steps: https://.*/{bucket}\\?.*prefix=runbooks/${name}.html$`,
        ),
      );
    }
  });

  test('says what the alarm means, what to check and do, whom to call and how to verify', () => {
    for (const [name, text] of files) {
      if (!name.endsWith('.md')) continue;
      expect(text.match(/^## .*/gm)).toEqual([
        '## What it means',
        '## Two checks that change nothing',
        '## What to do',
        '## Whom to call',
        '## How to verify',
        '## When it was last tested',
      ]);
      expect(text.match(/^```sh$/gm)).toHaveLength(2);
      expect(text).toContain('- payments: +48 22 123 45 67');
      expect(text).toContain('- on-call@example.com');
      expect(text).toContain('reviews/last-drill.html');
    }
  });

  test('holds commands that read and nothing else', () => {
    const commands = [...files.values()].flatMap((text) => [...text.matchAll(/aws [a-z0-9]+ ([a-z-]+)/g)]);
    const verbs = new Set(commands.map(([, verb = '']) => verb.split('-')[0]));
    expect([...verbs].sort()).toEqual(['describe', 'get', 'receive', 'tail']);
  });

  test('holds commands that any POSIX shell takes', () => {
    const commands = [...files].flatMap(([name, text]) =>
      name.endsWith('.md')
        ? [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, command = '']) => command)
        : [],
    );
    for (const command of new Set(commands)) {
      // A syntax error fails the shell, which runs nothing.
      execFileSync('sh', ['-n'], { input: command });
      // Only `date +format` is the same on GNU and on BSD.
      expect(command).not.toMatch(/\bdate -/);
    }
  });

  test('is kept where the public has no access, beside reviews that no deployment deletes', () => {
    const [id = '', bucket] =
      Object.entries(template.findResources('AWS::S3::Bucket')).find(([key]) => key.includes('Records')) ??
      [];
    expect(bucket).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
        VersioningConfiguration: { Status: 'Enabled' },
      },
    });
    template.hasResourceProperties('Custom::CDKBucketDeployment', {
      DestinationBucketName: { Ref: id },
      Prune: false,
    });
  });

  test('lets CloudFront read nothing of its bucket', () => {
    const policies = propertiesOf(template, 'AWS::S3::BucketPolicy').filter(({ Bucket }) =>
      Bucket.Ref.includes('Records'),
    );
    expect(policies).toHaveLength(1);
    expect(JSON.stringify(policies)).not.toContain('cloudfront');
  });

  test('holds nothing that only a deployment knows', () => {
    for (const text of files.values()) expect(text).not.toMatch(/\$\{Token|<<marker/);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { statusUpdateCode } from '../../lib/status-updates/status-update-code';
import { type AwsStandIn, PUBLISHED, startAwsStandIn } from '../lambda/status-update/helpers/aws-stand-in';
import { SETTINGS } from '../lambda/status-update/helpers/settings';
import { type StateTable, startStateTable } from '../lambda/status-update/helpers/state-table';
import { STORE_DOWN } from '../lambda/status-update/helpers/symptoms';

const MAX_BUNDLE_BYTES = 500_000;

/** Synthesizes a function with the code into `outdir` and returns the directory of its asset. */
function synthesizeInto(outdir: string): string {
  const app = new App({ outdir });
  const runtime = Runtime.NODEJS_24_X;
  new LambdaFunction(new Stack(app, 'Stack'), 'Function', {
    code: statusUpdateCode(),
    handler: 'index.handler',
    runtime,
  });
  app.synth();
  const asset = readdirSync(outdir).find((name) => name.startsWith('asset.'));
  return join(outdir, asset ?? 'none');
}

let outdir: string;
let asset: string;
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'understudy-code-'));
  asset = synthesizeInto(outdir);
});
afterAll(() => rmSync(outdir, { recursive: true }));

describe('status-update code', () => {
  test('is one small file', () => {
    expect(readdirSync(asset)).toEqual(['index.js']);
    expect(statSync(join(asset, 'index.js')).size).toBeLessThanOrEqual(MAX_BUNDLE_BYTES);
  });

  test('is not bundled again while nothing changed', () => {
    const before = statSync(join(asset, 'index.js'));
    expect(synthesizeInto(outdir)).toBe(asset);
    expect(statSync(join(asset, 'index.js')).mtimeMs).toBe(before.mtimeMs);
  });
});

describe('status-update sources', () => {
  const directory = join(__dirname, '..', '..', 'lambda', 'status-update');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );

  test.each(files)(
    'of %s take nothing but types from outside, which the asset hash would not cover',
    (name) => {
      const imports = readFileSync(join(directory, name), 'utf8').match(/^import[^;]*\/lib\/[^;]*;/gm) ?? [];
      expect(imports.filter((line) => !line.startsWith('import type '))).toEqual([]);
    },
  );
});

describe('status-update function', () => {
  const alarm = {
    AlarmName: STORE_DOWN.alarmName,
    StateValue: 'ALARM',
    StateTransitionedTimestamp: 1740823200,
  };
  let table: StateTable;
  let aws: AwsStandIn;
  const environment = process.env;
  beforeAll(async () => {
    table = await startStateTable(SETTINGS.TABLE_NAME);
    aws = await startAwsStandIn(({ headers, method }) => {
      if (method === 'PUT') return '';
      if (headers['x-amz-target'] === undefined) return PUBLISHED;
      return JSON.stringify({ MetricAlarms: [alarm], MetricDataResults: [] });
    });
    process.env = {
      ...environment,
      ...SETTINGS,
      SYMPTOMS: JSON.stringify(SETTINGS.SYMPTOMS),
      STORE: JSON.stringify(SETTINGS.STORE),
      THRESHOLD: String(SETTINGS.THRESHOLD),
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
      POWERTOOLS_SERVICE_NAME: 'status-update',
      POWERTOOLS_DEV: 'true',
      POWERTOOLS_METRICS_DISABLED: 'false',
    };
  });
  afterAll(async () => {
    process.env = environment;
    await Promise.all([table.close(), aws.close()]);
  });

  test('reads, remembers, tells and logs, as one bundle', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation();
    const info = jest.spyOn(console, 'info').mockImplementation();
    const { handler } = require(join(asset, 'index.js'));
    await handler({ source: 'aws.events' });
    const published = aws.requests.find(({ body }) => body.includes('Action=Publish'));
    expect(new URLSearchParams(published?.body).get('Subject')).toContain('[SEV1] INVESTIGATING');
    const written = aws.requests.find(({ method }) => method === 'PUT');
    expect(JSON.parse(written?.body ?? '').x_mode).toBe('emergency');
    expect(JSON.parse(info.mock.calls[0]?.[0])).toMatchObject({
      message: 'incident announced',
      kind: 'opened',
    });
    expect(JSON.parse(log.mock.calls[0]?.[0])).toMatchObject({ IncidentsOpened: 1, UpdatesSent: 1 });
  });

  test('answers a person who asks what would be sent', async () => {
    jest.spyOn(console, 'info').mockImplementation();
    const { handler } = require(join(asset, 'index.js'));
    const command = { kind: 'say', id: 'x', texts: { en: 'We found the cause' } };
    expect(await handler({ source: 'understudy.cli', preview: true, command })).toMatchObject({
      kind: 'preview',
      shoppers: { texts: { en: 'We found the cause' } },
    });
  });
});

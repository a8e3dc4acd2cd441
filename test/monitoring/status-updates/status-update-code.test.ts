import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { App, Stack } from 'aws-cdk-lib';
import { Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { statusUpdateCode } from '../../../lib/monitoring/status-updates/status-update-function';
import { embeddedMetrics } from '../../../lib/rehearsal/aws/lambda/embedded-metrics';
import {
  type Answer,
  type AwsStandIn,
  PUBLISHED,
  startAwsStandIn,
} from '../../lambda/status-update/helpers/aws-stand-in';
import { SETTINGS } from '../../lambda/status-update/helpers/settings';
import { type StateTable, startStateTable } from '../../lambda/status-update/helpers/state-table';
import { STORE_DOWN } from '../../lambda/status-update/helpers/symptoms';

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

describe('status-update function', () => {
  const alarm = {
    AlarmName: STORE_DOWN.alarmName,
    StateValue: 'ALARM',
    StateTransitionedTimestamp: 1740823200,
  };
  const { dashboardUrl: _follows, ...store } = SETTINGS.STORE;
  const text = JSON.stringify({
    symptoms: SETTINGS.SYMPTOMS,
    store: { ...store, contacts: [{ role: 'payments', reach: '+48 123 456 789' }] },
  });
  let table: StateTable;
  let aws: AwsStandIn;
  let settings: Answer = text;
  const environment = process.env;
  beforeAll(async () => {
    table = await startStateTable(SETTINGS.TABLE_NAME);
    aws = await startAwsStandIn(({ headers, method, path }) => {
      if (method === 'PUT') {
        return '';
      }
      if (path === `/${SETTINGS.RECORDS_BUCKET}/${SETTINGS.SETTINGS_KEY}`) {
        return settings;
      }
      if (headers['x-amz-target'] === undefined) {
        return PUBLISHED;
      }
      return JSON.stringify({ MetricAlarms: [alarm], MetricDataResults: [] });
    });
    process.env = {
      ...environment,
      ...SETTINGS,
      SYMPTOMS: JSON.stringify([STORE_DOWN]),
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

  /** What is sent by a function that starts while S3 answers like this to its first wake-up. */
  async function toldAtStart(answer: Answer, domainName: string): Promise<string> {
    settings = answer;
    process.env['STORE'] = JSON.stringify({ ...store, domainName });
    for (const print of ['log', 'info', 'warn', 'error'] as const) {
      jest.spyOn(console, print).mockReturnValue();
    }
    jest.resetModules();
    const { handler } = require(join(asset, 'index.js'));
    aws.requests.length = 0;
    await Promise.allSettled([handler({ source: 'aws.events' })]);
    const published = aws.requests.find(({ body }) => body.includes('Action=Publish'));
    return new URLSearchParams(published?.body).get('Message') ?? '';
  }

  test('speaks although S3 is down as it starts, and says what is missing', async () => {
    const down = { status: 503, body: '<Error><Code>SlowDown</Code></Error>' };
    const told = await toldAtStart(down, 'new.example.com');
    expect(told).toMatch(/Settings can't be read; missing here: /);
    expect(told).not.toContain('+48 123 456 789');
  });

  test('keeps a copy of its settings beside the state, for when S3 is down', async () => {
    await toldAtStart(text, 'copied.example.com');
    const remembered = await table.client.send(
      new GetItemCommand({
        TableName: SETTINGS.TABLE_NAME,
        Key: { pk: { S: 'copied.example.com#settings' } },
      }),
    );
    expect(remembered.Item?.['settings']?.S).toBe(text);
  });

  test('reads, remembers, tells and logs, as one bundle', async () => {
    settings = text;
    process.env['STORE'] = JSON.stringify(store);
    jest.resetModules();
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
    const metrics: string = log.mock.calls[0]?.[0];
    expect(JSON.parse(metrics)).toMatchObject({ IncidentsOpened: 1, UpdatesSent: 1 });
    // The alarm on this one looks at ten seconds at a time.
    const inHand = embeddedMetrics(metrics).filter(({ metric }) => metric.name === 'IncidentInHand');
    expect(inHand).toMatchObject([{ value: 1, resolution: 'high' }]);
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

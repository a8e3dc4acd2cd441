import { AwsSettings } from '../../../../lambda/status-update/adapters/aws-settings';
import { S3Bucket } from '../../../../lambda/status-update/adapters/s3-bucket';
import { type AwsStandIn, startAwsStandIn } from '../helpers/aws-stand-in';
import { SETTINGS } from '../helpers/settings';
import { type StateTable, startStateTable } from '../helpers/state-table';

const ENVIRONMENT = process.env;
let table: StateTable;
let s3: AwsStandIn;
let text: string | undefined;
beforeAll(async () => {
  process.env = { ...ENVIRONMENT, AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
  table = await startStateTable(SETTINGS.TABLE_NAME);
  s3 = await startAwsStandIn(() => text ?? { status: 503, body: '<Error><Code>SlowDown</Code></Error>' });
});
afterAll(async () => {
  process.env = ENVIRONMENT;
  await Promise.all([table.close(), s3.close()]);
});

const settingsOf = (domainName: string) =>
  new AwsSettings({
    bucket: new S3Bucket({
      bucket: 'records',
      region: 'us-east-1',
      endpoint: s3.endpoint,
      patience: { maxAttempts: 2, timeoutMs: 1_000 },
    }),
    dynamoDb: table.dynamoDb,
    essentials: { ...SETTINGS, STORE: { ...SETTINGS.STORE, domainName } },
  });

describe('settings at AWS', () => {
  test('are the object that the environment names', async () => {
    text = '{"store":{}}';
    expect(await settingsOf('shop.example.com').deployed()).toBe(text);
    expect(s3.requests.at(-1)).toMatchObject({ method: 'GET', path: '/records/settings/1234.json' });
  });

  test('fail after two tries, because a message waits', async () => {
    text = undefined;
    const before = s3.requests.length;
    await expect(settingsOf('shop.example.com').deployed()).rejects.toThrow(
      's3: GET /settings/1234.json failed: status 503, SlowDown',
    );
    expect(s3.requests.length - before).toBe(2);
  });

  test('have a copy for each store, the newest', async () => {
    const [one, other] = [settingsOf('one.example.com'), settingsOf('other.example.com')];
    expect(await one.remembered()).toBeUndefined();
    for (const version of ['1', '2']) {
      await one.remember({ version, text: `text ${version}` });
    }
    expect(await one.remembered()).toEqual({ version: '2', text: 'text 2' });
    expect(await other.remembered()).toBeUndefined();
  });
});

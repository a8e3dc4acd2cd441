import { createHash } from 'node:crypto';
import { Route53Checkers } from '../../../../lambda/status-update/adapters/route53-checkers';
import { bucketUrl, S3Bucket } from '../../../../lambda/status-update/adapters/s3-bucket';
import { S3Site } from '../../../../lambda/status-update/adapters/s3-files';
import { serviceEndpoint } from '../../../../lambda/status-update/adapters/service-endpoint';
import { type Answers, type AwsStandIn, startAwsStandIn } from '../helpers/aws-stand-in';

let aws: AwsStandIn | undefined;
const environment = process.env;
beforeEach(() => {
  process.env = { ...environment, AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
});
afterEach(async () => {
  process.env = environment;
  await aws?.close();
});

async function start(answers: Answers): Promise<AwsStandIn> {
  aws = await startAwsStandIn(answers);
  return aws;
}

describe('S3', () => {
  const FILE = { name: 'status.json', body: '{"a":"ł"}', contentType: 'application/json' };
  const siteAt = ({ endpoint }: AwsStandIn) =>
    new S3Site(new S3Bucket({ bucket: 'site', region: 'us-east-1', endpoint }), 'understudy/');

  test('gets a file as a whole, with its type and how long it keeps', async () => {
    const standIn = await start(() => '');
    await siteAt(standIn).write({ ...FILE, cacheControl: 'public, max-age=5' });
    const [request] = standIn.requests;
    expect([request?.method, request?.path, request?.body]).toEqual([
      'PUT',
      '/site/understudy/status.json',
      FILE.body,
    ]);
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=5',
      'x-amz-content-sha256': createHash('sha256').update(FILE.body).digest('hex'),
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/us-east-1\/s3\/aws4_request, SignedHeaders=.*host.*Signature=[\da-f]{64}$/,
      ),
    });
  });

  test("is asked with the token that Lambda's credentials come with", async () => {
    process.env['AWS_SESSION_TOKEN'] = 'token';
    const standIn = await start(() => '');
    await siteAt(standIn).write({ ...FILE, cacheControl: '' });
    expect(standIn.requests[0]?.headers).toMatchObject({
      'x-amz-security-token': 'token',
      authorization: expect.stringContaining('x-amz-security-token'),
    });
  });

  test.each([
    [500, 'InternalError', 2],
    [503, 'SlowDown', 2],
    [501, 'NotImplemented', 2],
    [499, 'Unknown', 1],
    [429, 'Unknown', 2],
    [400, 'RequestTimeout', 2],
    [400, 'Throttling', 2],
    [400, 'InvalidRequest', 1],
    [403, 'AccessDenied', 1],
  ])('that answers %i %s is asked so many times: %i', async (status, code, times) => {
    const failure = { status, body: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>` };
    const standIn = await start(() => (standIn.requests.length === 1 ? failure : ''));
    const written = siteAt(standIn).write({ ...FILE, cacheControl: '' });
    await (times === 2 ? written : expect(written).rejects.toThrow());
    expect(standIn.requests).toHaveLength(times);
  });

  test('that never takes a file fails after three tries, with its own word for why', async () => {
    const standIn = await start(() => ({ status: 503, body: '<Error><Code>SlowDown</Code></Error>' }));
    await expect(siteAt(standIn).write({ ...FILE, cacheControl: '' })).rejects.toThrow(
      's3: PUT /understudy/status.json failed: status 503, SlowDown',
    );
    expect(standIn.requests).toHaveLength(3);
  });

  test('is found by the name of the bucket at AWS, and below an endpoint elsewhere', () => {
    const place = { bucket: 'site', region: 'us-east-1' };
    expect(bucketUrl(place)).toBe('https://site.s3.us-east-1.amazonaws.com');
    expect(bucketUrl({ ...place, endpoint: 'http://127.0.0.1:1/S3' })).toBe('http://127.0.0.1:1/S3/site');
  });
});

describe('Route 53', () => {
  const observation = (region: string, status: string) =>
    `<HealthCheckObservation><Region>${region}</Region><IPAddress>192.0.2.1</IPAddress>
    <StatusReport><Status>${status}</Status><CheckedTime>2025-03-01T10:00:00Z</CheckedTime></StatusReport></HealthCheckObservation>`;

  test('tells what each checker saw last, where, and why it fails', async () => {
    const standIn = await start(
      () => `<?xml version="1.0"?><GetHealthCheckStatusResponse><HealthCheckObservations>
        ${observation('eu-west-1', 'Failure: HTTP Status Code 503, Can&apos;t &lt;now&gt; &amp;amp;')}
        ${observation('us-east-1', 'Success: HTTP Status Code 200, OK')}
        </HealthCheckObservations></GetHealthCheckStatusResponse>`,
    );
    expect(await new Route53Checkers(standIn.endpoint).reports('a-b')).toEqual([
      { region: 'eu-west-1', passed: false, failure: "HTTP Status Code 503, Can't <now> &amp;" },
      { region: 'us-east-1', passed: true },
    ]);
    const [request] = standIn.requests;
    expect([request?.method, request?.path]).toEqual(['GET', '/2013-04-01/healthcheck/a-b/status']);
    expect(request?.headers.authorization).toContain('/us-east-1/route53/aws4_request');
  });

  test('is asked over a new connection each time', async () => {
    const standIn = await start(() => '');
    const checkers = new Route53Checkers(standIn.endpoint);
    await checkers.reports('a-b');
    await checkers.reports('a-b');
    expect(standIn.requests.map(({ headers }) => headers.connection)).toEqual(['close', 'close']);
  });

  test('is not asked twice when it is busy', async () => {
    const standIn = await start(() => ({ status: 400, body: '<Code>Throttling</Code>' }));
    await expect(new Route53Checkers(standIn.endpoint).reports('a-b')).rejects.toThrow(
      'route53: GET /2013-04-01/healthcheck/a-b/status failed: status 400, Throttling',
    );
    expect(standIn.requests).toHaveLength(1);
  });

  test('that can not be reached is no reason to wait', async () => {
    const { endpoint, close } = await startAwsStandIn(() => '');
    await close();
    await expect(new Route53Checkers(endpoint).reports('a-b')).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('service endpoint', () => {
  test.each([
    [{}, undefined],
    [{ AWS_ENDPOINT_URL: 'http://all' }, 'http://all'],
    [{ AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_S3: 'http://s3' }, 'http://s3'],
  ])('of S3 in %j is %s', (variables, expected) => {
    expect(serviceEndpoint('S3', variables)).toBe(expected);
  });
});

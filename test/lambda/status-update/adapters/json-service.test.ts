import { JsonService, jsonEndpoint } from '../../../../lambda/status-update/adapters/json-service';
import { type Answers, type AwsStandIn, startAwsStandIn } from '../helpers/aws-stand-in';

let aws: AwsStandIn | undefined;
afterEach(() => aws?.close());

/** CloudWatch as the function asks it, at a stand-in. */
async function start(answers: Answers, timeoutMs = 3_000) {
  const standIn = await startAwsStandIn(answers);
  aws = standIn;
  const cloudWatch = new JsonService({
    service: 'monitoring',
    region: 'eu-west-1',
    endpoint: standIn.endpoint,
    maxAttempts: 2,
    timeoutMs,
    credentials: async () => ({ accessKeyId: 'key', secretAccessKey: 'secret' }),
  });
  return { cloudWatch, requests: standIn.requests };
}

describe('a service that speaks JSON', () => {
  test('is asked for an operation by name, signed for its region, and answers as it says', async () => {
    const { cloudWatch, requests } = await start(() => '{"MetricAlarms":[]}');
    expect(await cloudWatch.call('DescribeAlarms', { MaxRecords: 1 })).toEqual({ MetricAlarms: [] });
    const [request] = requests;
    expect([request?.method, request?.path, request?.body]).toEqual(['POST', '/', '{"MaxRecords":1}']);
    expect(request?.headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'GraniteServiceVersion20100801.DescribeAlarms',
      authorization: expect.stringMatching(
        /Credential=key\/\d{8}\/eu-west-1\/monitoring\/aws4_request, SignedHeaders=.*x-amz-target/,
      ),
    });
  });

  test('is asked over one connection, for a run has several questions', async () => {
    const { cloudWatch, requests } = await start(() => '{}');
    await cloudWatch.call('DescribeAlarms', {});
    await cloudWatch.call('DescribeAlarms', {});
    expect(requests.map(({ headers }) => headers.connection)).toEqual(['keep-alive', 'keep-alive']);
  });

  test.each([
    [500, '{"__type":"InternalServerError"}', 2],
    [503, '', 2],
    [400, '{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}', 2],
    [400, '{"message":"slow down", "__type": "ThrottlingException"}', 2],
    [400, '{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"}', 1],
    [400, '{"__type":"AccessDeniedException"}', 1],
    [400, 'no JSON', 1],
  ])('that answers %i %s is asked so many times: %i', async (status, body, times) => {
    const { cloudWatch, requests } = await start(() => (requests.length === 1 ? { status, body } : '{}'));
    const answer = cloudWatch.call('PutItem', {});
    await (times === 2 ? answer : expect(answer).rejects.toThrow());
    expect(requests).toHaveLength(times);
  });

  test.each([
    [
      '{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"}',
      'ConditionalCheckFailedException',
    ],
    ['{"__type":"AccessDeniedException","Message":"no"}', 'AccessDeniedException'],
    ['no JSON', undefined],
  ])('that refuses with %s is quoted with its own word for why: %s', async (body, code) => {
    const { cloudWatch } = await start(() => ({ status: 400, body }));
    const error = await cloudWatch.call('PutItem', {}).catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({
      message: `monitoring: PutItem failed: status 400, ${code ?? 'no code'}`,
      status: 400,
      code,
    });
  });

  test('that hangs is given up after its tries', async () => {
    const { cloudWatch, requests } = await start(() => new Promise(() => undefined), 500);
    await expect(cloudWatch.call('DescribeAlarms', {})).rejects.toThrow(
      'monitoring: DescribeAlarms failed: no answer within 500 ms',
    );
    expect(requests).toHaveLength(2);
  });

  test('is found at AWS by its name and region', () => {
    expect(jsonEndpoint('dynamodb', 'us-east-1')).toBe('https://dynamodb.us-east-1.amazonaws.com');
    expect(jsonEndpoint('monitoring', 'us-east-1')).toBe('https://monitoring.us-east-1.amazonaws.com');
  });
});

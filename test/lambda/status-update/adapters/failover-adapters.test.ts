import { Route53Switch } from '../../../../lambda/status-update/adapters/route53-switch';
import { SchedulerHoldEnd } from '../../../../lambda/status-update/adapters/scheduler-hold-end';
import { scheduleNameOf } from '../../../../lambda/status-update/contract/schedule-name';
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

const refusal = (status: number) => ({ status, body: '{}' });

describe('the calculated health check in Route 53', () => {
  const CHECK =
    '<GetHealthCheckResponse><HealthCheck><HealthCheckConfig><HealthThreshold>2</HealthThreshold></HealthCheckConfig><HealthCheckVersion>7</HealthCheckVersion></HealthCheck></GetHealthCheckResponse>';

  test('is read with its version', async () => {
    const { endpoint, requests } = await start(() => CHECK);
    expect(await new Route53Switch('a-b', endpoint).read()).toEqual({ healthThreshold: 2, version: 7 });
    expect(requests.map(({ method, path }) => [method, path])).toEqual([
      ['GET', '/2013-04-01/healthcheck/a-b'],
    ]);
  });

  test('is set in the version that was seen, and nothing else of it', async () => {
    const { endpoint, requests } = await start(() => CHECK);
    await new Route53Switch('a-b', endpoint).set(0, { healthThreshold: 2, version: 7 });
    expect(requests[0]).toMatchObject({
      method: 'POST',
      path: '/2013-04-01/healthcheck/a-b',
      body: '<?xml version="1.0" encoding="UTF-8"?><UpdateHealthCheckRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><HealthCheckVersion>7</HealthCheckVersion><HealthThreshold>0</HealthThreshold></UpdateHealthCheckRequest>',
    });
  });

  test('fails when its answer has no threshold, rather than to guess one', async () => {
    const { endpoint } = await start(() => '<GetHealthCheckResponse/>');
    await expect(new Route53Switch('a-b', endpoint).read()).rejects.toThrow(
      'has no health threshold and version',
    );
  });

  test('fails when somebody else has changed it, without asking again', async () => {
    const { endpoint, requests } = await start(() => ({
      status: 409,
      body: '<ErrorResponse><Error><Code>HealthCheckVersionMismatch</Code></Error></ErrorResponse>',
    }));
    await expect(
      new Route53Switch('a-b', endpoint).set(0, { healthThreshold: 2, version: 7 }),
    ).rejects.toThrow('status 409, HealthCheckVersionMismatch');
    expect(requests).toHaveLength(1);
  });
});

describe('the end of a hold in EventBridge Scheduler', () => {
  const END = { atMs: Date.parse('2025-03-01T11:00:00.250Z'), healthThreshold: 2 };
  const endAt = ({ endpoint }: AwsStandIn) =>
    new SchedulerHoldEnd(
      {
        healthCheckId: 'calculated-check',
        roleArn: 'arn:aws:iam::111122223333:role/end-of-hold',
        region: 'us-east-1',
        domainName: 'shop.example.com',
      },
      endpoint,
    );

  test('is a one-time schedule that calls Route 53 by its own role and deletes itself', async () => {
    const standIn = await start(() => '{}');
    await endAt(standIn).write(END);
    const [request] = standIn.requests;
    expect([request?.method, request?.path]).toEqual(['POST', '/schedules/shop.example.com']);
    expect(request?.headers['authorization']).toContain('/us-east-1/scheduler/aws4_request');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      Description: 'shop.example.com: ends what "npx understudy failover hold" began',
      ScheduleExpression: 'at(2025-03-01T11:00:01)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      Target: {
        Arn: 'arn:aws:scheduler:::aws-sdk:route53:updateHealthCheck',
        RoleArn: 'arn:aws:iam::111122223333:role/end-of-hold',
        Input: '{"HealthCheckId":"calculated-check","HealthThreshold":2}',
      },
    });
  });

  test('takes the place of an earlier one', async () => {
    const standIn = await start(({ method }) => (method === 'POST' ? refusal(409) : '{}'));
    await endAt(standIn).write(END);
    const [first, second] = standIn.requests;
    expect([first?.method, second?.method]).toEqual(['POST', 'PUT']);
    expect(second?.body).toBe(first?.body);
  });

  test('fails when the Scheduler refuses it', async () => {
    const standIn = await start(() => refusal(400));
    await expect(endAt(standIn).write(END)).rejects.toThrow(
      'scheduler: POST /schedules/shop.example.com failed: status 400',
    );
  });

  test.each([200, 404])('is removed, and not missed when it is gone already (status %p)', async (status) => {
    const standIn = await start(() => refusal(status));
    await endAt(standIn).remove();
    expect(standIn.requests.map(({ method }) => method)).toEqual(['DELETE']);
  });

  test('fails when it can not be removed', async () => {
    const standIn = await start(() => refusal(403));
    await expect(endAt(standIn).remove()).rejects.toThrow('status 403');
  });
});

describe('the name of the schedule', () => {
  test.each([
    ['shop.example.com', 'shop.example.com'],
    [`${'a'.repeat(52)}.example.com`, `${'a'.repeat(52)}.example.com`],
  ])("is the store's own: %s", (domainName, name) => {
    expect(scheduleNameOf(domainName)).toBe(name);
  });

  test('is shortened where it must be, and still tells two stores apart', () => {
    const [one, other] = ['a', 'b'].map((end) => scheduleNameOf(`${'a'.repeat(60)}.${end}.example.com`));
    expect(one).toMatch(/^a{47}-[\da-f]{16}$/);
    expect(one).not.toBe(other);
  });
});

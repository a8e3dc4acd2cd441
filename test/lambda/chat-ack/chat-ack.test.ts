import { acknowledge, NO_ANSWER } from '../../../lambda/chat-ack/acknowledge';
import { handleCommand } from '../../../lambda/status-update/command/handle-command';
import { type Answer, type AwsStandIn, startAwsStandIn } from '../status-update/helpers/aws-stand-in';
import { SETTINGS } from '../status-update/helpers/settings';
import { STORE_DOWN } from '../status-update/helpers/symptoms';
import { WokenFunction } from '../status-update/helpers/woken-function';

const settings = { ...SETTINGS, STORE: { ...SETTINGS.STORE, escalationMinutes: 10 } };

describe('acknowledging from a chat', () => {
  const fn = new WokenFunction(settings);
  /** One after the other, as people type it. */
  const type = (id: string) => acknowledge(id, (request) => handleCommand(request, fn.ports, settings));
  const goDown = () => fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));

  test('is told to all, and calls nobody else', async () => {
    await goDown();
    expect(await type('one')).toMatch(/^INC-\d{8}-01 is acknowledged by somebody in the chat\.$/);
    expect(fn.world.messages.at(-1)?.body).toContain('oncall-shop: somebody in the chat has it.');
    fn.world.wait(11);
    await fn.invoke();
    expect(fn.world.secondMessages).toEqual([]);
  });

  test('is told once, however often somebody there does it', async () => {
    await goDown();
    await type('one');
    expect(await type('one')).toBe('It was done before; nothing is sent again.');
    expect(await type('two')).toMatch(
      /^Somebody in the chat has INC-\d{8}-01 already; nobody is told again\.$/,
    );
    expect(fn.world.messages).toHaveLength(2);
  });

  test('says so when there is nothing to acknowledge', async () => {
    expect(await type('one')).toBe('Not acknowledged: there is no incident to acknowledge; alarms open one');
  });

  test('says what could not be told at once', async () => {
    await goDown();
    fn.world.fail('publish', 1);
    expect(await type('one')).toMatch(/is acknowledged by .*\nWill retry: /);
  });
});

describe('the function that a chat may invoke', () => {
  let aws: AwsStandIn;
  let answer: Answer;
  const environment = process.env;

  beforeEach(async () => {
    answer = JSON.stringify({ kind: 'done', done: 'Done.', problems: [] });
    aws = await startAwsStandIn(() => answer);
    process.env = {
      ...environment,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: aws.endpoint,
      POWERTOOLS_DEV: 'true',
      STATUS_FUNCTION_NAME: 'status-update',
    };
    jest.resetModules();
  });
  afterEach(async () => {
    process.env = environment;
    await aws.close();
  });

  const invoke = (event: unknown): Promise<string> =>
    require('../../../lambda/chat-ack').handler(event, { awsRequestId: 'r-1' });

  test.each([
    ['nothing', {}],
    [
      'another command',
      {
        source: 'understudy.cli',
        preview: false,
        command: { kind: 'hold-failover', id: 'x', side: 'primary', forMinutes: 60 },
      },
    ],
    ['an alarm', { source: 'aws.cloudwatch', 'detail-type': 'CloudWatch Alarm State Change' }],
    ['no object', null],
  ])('acknowledges, and does nothing else, when it is sent %s', async (_what, event) => {
    expect(await invoke(event)).toBe('Done.');
    expect(aws.requests.map(({ path }) => path)).toEqual(['/2015-03-31/functions/status-update/invocations']);
    expect(JSON.parse(aws.requests[0]?.body ?? '')).toEqual({
      source: 'understudy.cli',
      preview: false,
      by: 'somebody in the chat',
      command: { kind: 'ack', id: 'r-1' },
    });
  });

  test.each<[string, Answer]>([
    ['breaks', { status: 500, body: '{}' }],
    ['answers in another form', JSON.stringify({ kind: 'preview' })],
    ['answers nothing', ''],
  ])('does not claim that it is acknowledged when the status-update function %s', async (_how, broken) => {
    const error = jest.spyOn(console, 'error').mockImplementation();
    answer = broken;
    expect(await invoke({})).toBe(NO_ANSWER);
    expect(aws.requests).toHaveLength(1);
    expect(JSON.stringify(error.mock.calls)).toContain('not known to be acknowledged');
  });
});

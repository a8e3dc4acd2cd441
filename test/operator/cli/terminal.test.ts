import { terminal } from '../../../lib/operator/cli/terminal';
import { type AwsStandIn, startAwsStandIn } from '../../lambda/status-update/helpers/aws-stand-in';

let aws: AwsStandIn;
const environment = process.env;
beforeEach(async () => {
  aws = await startAwsStandIn(() => ({ status: 400, body: '' }));
  process.env = {
    ...environment,
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL: aws.endpoint,
  };
});
afterEach(async () => {
  process.env = environment;
  await aws.close();
});

describe('terminal', () => {
  test('asks us-east-1, where the stack is, whatever region the environment names', async () => {
    const { stacks, identity } = terminal(process).aws;
    await expect(stacks.outputs({ stack: 'Understudy' })).rejects.toThrow();
    expect(await identity.arn()).toBeUndefined();
    expect(aws.requests.map(({ headers }) => headers.authorization)).toEqual([
      expect.stringContaining('/us-east-1/cloudformation/aws4_request'),
      expect.stringContaining('/us-east-1/sts/aws4_request'),
    ]);
  });
});

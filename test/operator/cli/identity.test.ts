import { STSClient } from '@aws-sdk/client-sts';
import { StsIdentity } from '../../../lib/operator/cli/identity';
import { startAwsStandIn } from '../../lambda/status-update/helpers/aws-stand-in';

describe('identity', () => {
  test('is left open when STS takes a request and never answers', async () => {
    const aws = await startAwsStandIn(() => new Promise(() => undefined));
    const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
    const client = new STSClient({ endpoint: aws.endpoint, region: 'us-east-1', credentials });
    expect(await new StsIdentity(client, 1).arn()).toBeUndefined();
    await aws.close();
  });
});

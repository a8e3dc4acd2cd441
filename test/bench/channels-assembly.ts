import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Channel } from '../../lib/status-updates/channels/channel';
import { Channels } from '../../lib/status-updates/channels/channels';

const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:bench-AbCdEf';

/** Synthesizes every channel that comes with Understudy into a folder; the example has none of them. */
export function synthesizeChannels(outdir: string): void {
  const app = new App({ outdir });
  const stack = new Stack(app, 'Channels', { env: { region: 'us-east-1' } });
  new Channels(stack, 'Channels', {
    channels: [
      Channel.pagerDuty({ secretArn }),
      Channel.slack({ secretArn }),
      Channel.teams({ secretArn }),
      Channel.amazonQ(),
    ],
    onCallTopic: new Topic(stack, 'OnCall'),
    key: new Key(stack, 'Key'),
  });
  app.synth();
}

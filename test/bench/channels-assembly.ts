import { App, Stack } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Channel } from '../../lib/monitoring/channels/channel';
import { Channels } from '../../lib/monitoring/channels/channels';

/** Synthesizes every channel that comes with Understudy into a folder; the example has none of them. */
export function synthesizeChannels(outdir: string): void {
  const app = new App({ outdir });
  const stack = new Stack(app, 'Channels', { env: { region: 'us-east-1' } });
  const secret = Secret.fromSecretNameV2(stack, 'Secret', 'bench');
  new Channels(stack, 'Channels', {
    channels: [
      Channel.pagerDuty({ secret }),
      Channel.slack({ secret }),
      Channel.teams({ secret }),
      Channel.amazonQ(),
    ],
    topics: ['OnCall', 'Alarms'].map((id) => new Topic(stack, id)),
    key: new Key(stack, 'Key'),
    state: { table: Table.fromTableName(stack, 'State', 'State'), partitionKey: 'shop.example.com' },
  });
  app.synth();
}

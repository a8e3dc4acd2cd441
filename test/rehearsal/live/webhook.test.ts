import { readAssembly } from '../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../lib/rehearsal/aws/assembly/deployment';
import { TOPIC } from '../../../lib/rehearsal/aws/sns/resource';
import { startLive } from '../../../lib/rehearsal/live/start-live';
import { exampleAssembly } from '../../helpers/example-assembly';
import { editedAssembly } from '../helpers/edited-assembly';
import { startWebhookReceiver } from '../helpers/webhook-receiver';

test('a webhook beside a live rehearsal gets the outage as data that it can verify', async () => {
  const topics = new Deployment(readAssembly(await exampleAssembly('edge'))).all(TOPIC);
  const onCall = topics.find(({ properties }) => properties.DisplayName === 'Understudy');
  const receiver = await startWebhookReceiver({
    topicArn: onCall?.ref ?? '',
    isTrusted: ({ hostname }) => hostname === '127.0.0.1',
  });
  const assembly = await editedAssembly('edge', (resources) => {
    resources['Hook'] = {
      Type: 'AWS::SNS::Subscription',
      // Without TLS, which the receiver would need a certificate for.
      Properties: { Protocol: 'https', Endpoint: receiver.url, TopicArn: { Ref: onCall?.logicalId } },
    };
  });
  const live = await startLive({ assembly: assembly.directory, speed: 60 });
  try {
    await live.store.kill();
    const { Subject: subject = '', Message: message = '' } = await receiver.first;
    // Which of the alarms is first, and so how grave it looks, is a matter of seconds.
    expect(subject).toMatch(/^\[SEV[12]\] INVESTIGATING /);
    // Number and time are keys of their own in the data.
    const headline = subject.replace(/ \(no\. 1, [\d:]+\)/, '');
    expect(JSON.parse(message)).toMatchObject({
      schema: 1,
      update: 1,
      phase: 'investigating',
      subject: headline,
    });
  } finally {
    await live.close();
    await receiver.close();
    assembly.remove();
  }
});

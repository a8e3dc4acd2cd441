import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Channel } from '../../../lib/monitoring/channels/channel';
import { Understudy } from '../../../lib/understudy';
import type { EscalationProps } from '../../../lib/understudy-props';
import { APP_CONTEXT, storeProps } from '../../helpers/store-props';
import { propertiesOf } from '../../helpers/template';

const ESCALATION: EscalationProps = {
  after: Duration.minutes(7),
  emails: ['lead@example.com'],
  phoneNumbers: ['+48123456780'],
  channels: [Channel.amazonQ()],
};

function synthesize() {
  const app = new App({ context: { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': [] } });
  const stack = new Stack(app, 'Stack', { env: { region: 'us-east-1', account: '111122223333' } });
  const { onCall } = storeProps();
  const channels = [Channel.amazonQ()];
  new Understudy(
    stack,
    'Understudy',
    storeProps({ onCall: { ...onCall, channels, escalation: ESCALATION } }),
  );
  return Template.fromStack(stack);
}

const template = synthesize();
const topics = template.findResources('AWS::SNS::Topic', {
  Properties: { DisplayName: 'Understudy escalation' },
});
const topic = { Ref: Object.keys(topics)[0] };

describe('a second contact', () => {
  test('has a topic of its own, and phones that are spared what is not urgent', () => {
    const subscriptions = propertiesOf(template, 'AWS::SNS::Subscription').filter(
      ({ TopicArn }) => TopicArn.Ref === topic.Ref,
    );
    expect(
      subscriptions.map(({ Protocol, FilterPolicy, RedrivePolicy }) => [
        Protocol,
        FilterPolicy,
        RedrivePolicy !== undefined,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['email', undefined, true],
        ['sms', { urgency: [{ exists: false }] }, true],
        ['lambda', undefined, true],
      ]),
    );
    expect(subscriptions).toHaveLength(3);
  });

  test('is known to the status-update function, which may publish to it', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: { ESCALATION_TOPIC_ARN: topic } },
    });
    const publishing = propertiesOf(template, 'AWS::IAM::Policy')
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Action }) => Action === 'sns:Publish');
    expect(publishing.flatMap(({ Resource }) => Resource)).toContainEqual(topic);
    expect(JSON.stringify(propertiesOf(template, 'AWS::Lambda::Function'))).toContain(
      String.raw`\"escalationMinutes\":7`,
    );
  });

  test.each(['escalation', 'escalation-amazon-q'])('has an alarm on what %s could not deliver', (name) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `shop.example.com-${name}-dead-letters-not-empty`,
    });
  });
});

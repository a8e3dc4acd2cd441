import type { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const RESOURCES = {
  Down: aResource('AWS::CloudWatch::Alarm', { AlarmName: 'Shop is down' }),
  Edge: aResource('AWS::CloudFront::Distribution'),
  Primary: aResource('AWS::Route53::RecordSet', { Name: 'origin.shop.example.' }),
  Scaling: aResource('AWS::ApplicationAutoScaling::ScalingPolicy'),
  Secondary: aResource('AWS::Route53::RecordSet', { Name: 'origin.shop.example.' }),
  Topic: aResource('AWS::SNS::Topic', { TopicName: 'on-call' }),
};

function mentioned(value: unknown, deployment: Deployment = aDeployment(RESOURCES)) {
  const where = { stackName: 'Stack', logicalId: 'Here', type: 'Any', properties: {} };
  return [...deployment.mentionsOf(deployment.resources).in(value, where)].sort();
}

describe('resources that a value mentions', () => {
  test.each<[string, unknown, string[]]>([
    ['a reference', { Ref: 'Topic' }, ['Stack/Topic']],
    ['an attribute', [{ a: { 'Fn::GetAtt': ['Edge', 'DomainName'] } }], ['Stack/Edge']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as CloudFormation writes it
    ['a text with a reference', { 'Fn::Sub': 'https://${Edge.DomainName}/' }, ['Stack/Edge']],
    ['a name', 'on-call', ['Stack/Topic']],
    ['a name in an ARN of another account', 'arn:aws:sns:eu-west-1:210987654321:on-call', ['Stack/Topic']],
    ['a name in quotes', 'ALARM("Shop is down") OR TRUE', ['Stack/Down']],
    ['a name in brackets', 'OK(on-call) AND TRUE', ['Stack/Topic']],
    ['a name in a list', 'audit, on-call', ['Stack/Topic']],
    ['a name in JSON', '["audit","on-call"]', ['Stack/Topic']],
    ['a host name in a URL', 'https://origin.shop.example:443/a', ['Stack/Primary', 'Stack/Secondary']],
    ['a word that is a name', ['/on-call', 'tells on-call', 'https://a.example/on-call'], []],
    ['a host name of two records', 'ORIGIN.shop.example', ['Stack/Primary', 'Stack/Secondary']],
    ['a type without a known identity', { Ref: 'Scaling' }, ['Stack/Scaling']],
    [
      'something behind what has none',
      { 'Fn::Join': ['', [{ Ref: 'Scaling' }, { Ref: 'Topic' }]] },
      ['Stack/Scaling', 'Stack/Topic'],
    ],
    ['an intrinsic function that is not known', { 'Fn::Base64': { Ref: 'Topic' } }, ['Stack/Topic']],
    ['a pseudo parameter', { Ref: 'AWS::Region' }, []],
    ['nothing that is there', [{ Ref: 'Gone' }, 'on-call-2', 'shop.example', 7, null, undefined], []],
  ])('are found: %s', (_what, value, names) => {
    expect(mentioned(value)).toEqual(names);
  });

  test('are those of the branch that a condition chooses', () => {
    const Conditions = { Never: { 'Fn::Equals': [1, 2] } };
    const value = { 'Fn::If': ['Never', { Ref: 'Topic' }, { Ref: 'Edge' }] };
    expect(mentioned(value, aDeployment(RESOURCES, { Conditions }))).toEqual(['Stack/Edge']);
  });

  test('may be texts that stand for something else', () => {
    const deployment = aDeployment(RESOURCES);
    const mentions = deployment.mentionsOf(deployment.resources);
    mentions.add('Shop.example', 'the shop');
    const where = { stackName: 'Stack', logicalId: 'Here', type: 'Any', properties: {} };
    expect([...mentions.in('https://shop.example/a', where)]).toEqual(['the shop']);
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of Fn::Sub look like those of template literals
import { isIP } from 'node:net';
import type { AssemblyStack } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Resolver } from '../../../../lib/rehearsal/aws/assembly/resolver';
import type { Template } from '../../../../lib/rehearsal/aws/assembly/template';
import { aResource, aStack } from '../../helpers/a-deployment';

const HERE = { stackName: 'Stack', logicalId: 'Here', type: 'Test::Resource', properties: {} };

const template: Template = {
  Parameters: {
    Color: { Type: 'String', Default: 'teal' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Ports: { Type: 'List<Number>', Default: '80,443' },
    Secret: { Type: 'String' },
  },
  Conditions: {
    Yes: { 'Fn::Equals': ['1', '1'] },
    No: { 'Fn::Equals': ['1', '2'] },
    NotNo: { 'Fn::Not': [{ Condition: 'No' }] },
    Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
    Either: { 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] },
    Chicken: { Condition: 'Egg' },
    Egg: { Condition: 'Chicken' },
  },
  Mappings: { Sizes: { 'us-east-1': { small: 's', list: ['s', 'm'] } } },
  Outputs: { Local: { Value: { Ref: 'Color' } } },
};

const resources = {
  Site: aResource('AWS::S3::Bucket', { BucketName: { 'Fn::Join': ['-', ['site', { Ref: 'Color' }]] } }),
  Unnamed: aResource('AWS::S3::Bucket'),
  Queue: aResource('AWS::SQS::Queue', { QueueName: { Ref: 'Site' } }),
  Loop: aResource('AWS::S3::Bucket', { BucketName: { Ref: 'Loop' } }),
  Hen: aResource('AWS::SNS::Topic', { TopicName: { 'Fn::GetAtt': ['Nest', 'QueueName'] } }),
  Nest: aResource('AWS::SQS::Queue', { QueueName: { 'Fn::GetAtt': ['Hen', 'TopicName'] } }),
  Cluster: aResource('AWS::ECS::Cluster'),
  Reader: aResource('Custom::CrossRegionExportReader'),
  Balancer: aResource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Name: 'shop' }),
};

const SELF = { 'Fn::GetAtt': ['Reader', '/cdk/exports/self'] };

const producer: AssemblyStack = {
  name: 'Producer',
  region: 'eu-central-1',
  template: {
    Resources: {
      Bucket: aResource('AWS::S3::Bucket', { BucketName: 'shared' }),
      Queue: aResource('AWS::SQS::Queue', { QueueName: 'jobs' }),
      Reader: aResource('Custom::CrossRegionExportReader'),
      Writer: aResource('Custom::CrossRegionExportWriter', {
        WriterProps: { exports: { '/cdk/exports/bucket': { Ref: 'Bucket' }, '/cdk/exports/self': SELF } },
      }),
    },
    Outputs: {
      BucketName: { Value: { Ref: 'Bucket' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Bucket' } } },
      Own: { Value: { 'Fn::ImportValue': 'own' }, Export: { Name: 'own' } },
      StackName: { Value: { Ref: 'AWS::StackName' } },
      Region: { Value: { Ref: 'AWS::Region' } },
      QueueArn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
    },
  },
  assetPaths: new Map(),
};

const resolver = new Resolver([aStack(resources, template), producer]);

describe('intrinsic function', () => {
  test.each<[string, unknown, unknown]>([
    ['a plain value', 'text', 'text'],
    ['null', null, null],
    ['plain values inside', { a: [1, true, { b: 'c' }] }, { a: [1, true, { b: 'c' }] }],
    ['Ref to a parameter', { Ref: 'Color' }, 'teal'],
    ['Ref to a parameter with a list', { Ref: 'Zones' }, ['a', 'b']],
    ['Fn::Select from a parameter with a list', { 'Fn::Select': [1, { Ref: 'Ports' }] }, '443'],
    ['Ref to a named resource', { Ref: 'Site' }, 'site-teal'],
    ['Ref to an unnamed resource', { Ref: 'Unnamed' }, 'stack-unnamed'],
    ['Ref to a resource named after another', { 'Fn::GetAtt': ['Queue', 'QueueName'] }, 'site-teal'],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Site', 'Arn'] }, 'arn:aws:s3:::site-teal'],
    ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Site.Arn' }, 'arn:aws:s3:::site-teal'],
    ['Fn::Join', { 'Fn::Join': ['/', ['a', { Ref: 'Color' }, 1]] }, 'a/teal/1'],
    ['Fn::Join of a computed list', { 'Fn::Join': ['+', { 'Fn::Split': [',', 'a,b'] }] }, 'a+b'],
    ['Fn::Join without AWS::NoValue', { 'Fn::Join': ['/', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'a/b'],
    ['Fn::Select', { 'Fn::Select': ['1', ['a', { Ref: 'Color' }]] }, 'teal'],
    ['Fn::Split', { 'Fn::Split': ['-', { Ref: 'Site' }] }, ['site', 'teal']],
    ['Fn::Sub', { 'Fn::Sub': 'in ${Color}' }, 'in teal'],
    ['Fn::Sub with an attribute', { 'Fn::Sub': '<${Site.Arn}>' }, '<arn:aws:s3:::site-teal>'],
    ['Fn::Sub with a pseudo parameter', { 'Fn::Sub': '${AWS::Region}.' }, 'us-east-1.'],
    ['Fn::Sub with a literal', { 'Fn::Sub': '${!Color} ${Color}' }, '${Color} teal'],
    [
      'Fn::Sub with variables',
      { 'Fn::Sub': ['${Color} ${X}', { Color: 'own', X: { Ref: 'Color' } }] },
      'own teal',
    ],
    ['Fn::If of a condition that holds', { 'Fn::If': ['Yes', { Ref: 'Color' }, 'no'] }, 'teal'],
    ['Fn::If of a condition that does not', { 'Fn::If': ['No', { Ref: 'Missing' }, 'no'] }, 'no'],
    ['Fn::If of Fn::Not', { 'Fn::If': ['NotNo', 1, 2] }, 1],
    ['Fn::If of Fn::And', { 'Fn::If': ['Both', 1, 2] }, 2],
    ['Fn::If of Fn::Or', { 'Fn::If': ['Either', 1, 2] }, 1],
    ['Fn::If without a value', { a: { 'Fn::If': ['No', 1, { Ref: 'AWS::NoValue' }] }, b: 2 }, { b: 2 }],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, 's'],
    ['Fn::FindInMap of a list', { 'Fn::FindInMap': ['Sizes', 'us-east-1', 'list'] }, ['s', 'm']],
    ['Fn::ImportValue', { 'Fn::ImportValue': { 'Fn::Sub': 'Producer:Bucket' } }, 'shared'],
    [
      'Fn::GetStackOutput',
      { 'Fn::GetStackOutput': { StackName: 'Producer', OutputName: 'BucketName' } },
      'shared',
    ],
    [
      'Fn::GetStackOutput in the words of its own stack',
      { 'Fn::GetStackOutput': { StackName: 'Producer', OutputName: 'StackName' } },
      'Producer',
    ],
    ['a value of another region', { 'Fn::GetAtt': ['Reader', '/cdk/exports/bucket'] }, 'shared'],
    ['an attribute of a load balancer', { 'Fn::GetAtt': ['Balancer', 'LoadBalancerName'] }, 'shop'],
    ['an object that only looks like one', { Ref: 'Color', Other: 1 }, { Ref: 'Color', Other: 1 }],
  ])('is evaluated: %s', (_name, value, expected) => {
    expect(resolver.resolve(value, HERE)).toEqual(expected);
  });

  test('leaves nothing of AWS::NoValue', () => {
    expect(resolver.resolve({ Ref: 'AWS::NoValue' }, HERE)).toBeUndefined();
  });

  test.each([
    ['AWS::AccountId', '123456789012'],
    ['AWS::NotificationARNs', []],
    ['AWS::Partition', 'aws'],
    ['AWS::Region', 'us-east-1'],
    ['AWS::StackId', 'arn:aws:cloudformation:us-east-1:123456789012:stack/Stack/rehearsal'],
    ['AWS::StackName', 'Stack'],
    ['AWS::URLSuffix', 'amazonaws.com'],
  ])('knows the pseudo parameter %s', (Ref, expected) => {
    expect(resolver.resolve({ Ref }, HERE)).toEqual(expected);
  });

  test.each([
    ['Region', 'eu-central-1'],
    ['QueueArn', 'arn:aws:sqs:eu-central-1:123456789012:jobs'],
  ])('is evaluated for the region of its stack: %s', (OutputName, expected) => {
    const value = { 'Fn::GetStackOutput': { StackName: 'Producer', OutputName } };
    expect(resolver.resolve(value, HERE)).toBe(expected);
  });

  test('yields an address of its own for each of many', () => {
    const addresses = Array.from({ length: 100 }, (_, index) => `Address${index}`);
    const stack = aStack(Object.fromEntries(addresses.map((id) => [id, aResource('AWS::EC2::EIP')])));
    const many = new Resolver([stack]);
    const all = addresses.map((Ref) => String(many.resolve({ Ref }, HERE)));
    expect(new Set(all).size).toBe(100);
    expect(all.filter((address) => isIP(address) !== 4)).toEqual([]);
  });

  test('yields the same ids for the same template', () => {
    const again = new Resolver([aStack(resources, template), producer]);
    const value = { 'Fn::GetAtt': ['Queue', 'Arn'] };
    expect(again.resolve(value, HERE)).toBe(resolver.resolve(value, HERE));
  });
});

describe('intrinsic function without a value', () => {
  test.each<[string, unknown, string]>([
    ['is unknown', { 'Fn::GetAZs': '' }, 'Fn::GetAZs'],
    ['is unknown and deep inside', { a: [{ b: { 'Fn::Cidr': ['10.0.0.0/8', 1, 1] } }] }, 'Fn::Cidr'],
    ['refers to nothing', { Ref: 'Nobody' }, 'a reference to Nobody'],
    ['refers to an unknown type', { Ref: 'Cluster' }, 'a reference to Cluster (AWS::ECS::Cluster)'],
    ['names no attribute', { 'Fn::GetAtt': ['Site', 'Color'] }, 'Fn::GetAtt Site.Color'],
    ['selects past the end', { 'Fn::Select': [2, ['a', 'b']] }, 'Fn::Select 2, which is not in the list'],
    ['names no condition', { 'Fn::If': ['Maybe', 1, 2] }, 'condition Maybe'],
    ['finds nothing in a map', { 'Fn::FindInMap': ['Sizes', 'eu', 'small'] }, 'Fn::FindInMap Sizes.eu.small'],
    ['imports nothing', { 'Fn::ImportValue': 'Nobody:Bucket' }, 'Fn::ImportValue Nobody:Bucket'],
    [
      'asks for no output',
      { 'Fn::GetStackOutput': { StackName: 'Producer', OutputName: 'No' } },
      'output Producer.No',
    ],
    [
      'reads what no region exports',
      { 'Fn::GetAtt': ['Reader', '/cdk/exports/nobody'] },
      'the cross-region export /cdk/exports/nobody',
    ],
    [
      'reads itself in another region',
      SELF,
      'cross-region export /cdk/exports/self, which leads back to itself',
    ],
    ['leads back to itself', { Ref: 'Loop' }, 'a reference to Loop, which leads back to itself'],
    ['leads back in two steps', { Ref: 'Hen' }, 'a reference to Hen, which leads back to itself'],
    ['imports itself', { 'Fn::ImportValue': 'own' }, 'output Producer.Own, which leads back to itself'],
    ['has a circular condition', { 'Fn::If': ['Egg', 1, 2] }, 'condition Egg, which leads back to itself'],
  ])('stops the rehearsal and names a resource: %s', (_name, value, what) => {
    expect(() => resolver.resolve(value, HERE)).toThrow(
      expect.objectContaining({
        code: 'UNRESOLVED_INTRINSIC',
        message: expect.stringMatching(
          /^(Stack|Producer)\/\w+: the rehearsal can't evaluate .+; use a value that is known at synth$/,
        ),
      }),
    );
    expect(() => resolver.resolve(value, HERE)).toThrow(` the rehearsal can't evaluate ${what}; `);
  });

  test('names the resource that holds it', () => {
    expect(() => resolver.resolve({ 'Fn::GetAZs': '' }, HERE)).toThrow(
      "Stack/Here: the rehearsal can't evaluate Fn::GetAZs; use a value that is known at synth",
    );
  });
});

describe('condition of a resource', () => {
  test.each([
    [undefined, true],
    ['Yes', true],
    ['No', false],
    ['Both', false],
  ])('%s', (condition, exists) => {
    expect(resolver.conditionHolds(condition, HERE)).toBe(exists);
  });

  test('fails when the template does not define it', () => {
    expect(() => resolver.conditionHolds('Maybe', HERE)).toThrow(
      "Stack/Here: the rehearsal can't evaluate condition Maybe;",
    );
  });
});

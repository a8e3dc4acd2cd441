import { Resolver } from '../../../../lib/rehearsal/aws/assembly/resolver';
import { prepareAssembly } from '../../../../lib/rehearsal/play/world/prepared-assembly';
import { exampleAssembly } from '../../../helpers/example-assembly';
import { aResource, aStack } from '../../helpers/a-deployment';

const HERE = { stackName: 'Stack', logicalId: 'Here', type: 'AWS::SNS::Topic', properties: {} };
const SSM = 'AWS::SSM::Parameter::Value';

const resources = {
  Own: aResource('AWS::SSM::Parameter', {
    Name: '/shop/name',
    Value: { 'Fn::Join': ['.', ['shop', { Ref: 'Zone' }]] },
  }),
  Unnamed: aResource('AWS::SSM::Parameter', { Type: 'String', Value: 'x' }),
  Secret: aResource('AWS::SecretsManager::Secret', { Name: 'shop/pager' }),
};
const Parameters = {
  Zone: { Type: 'String', Default: 'example.com' },
  Bare: { Type: 'String' },
  List: { Type: 'CommaDelimitedList' },
  OwnName: { Type: `${SSM}<String>`, Default: '/shop/name' },
  Elsewhere: { Type: `${SSM}<String>`, Default: '/network/address' },
  Addresses: { Type: `${SSM}<List<String>>`, Default: '/network/addresses' },
};

const given = {
  Bare: 'given',
  List: 'a, b',
  '/network/address': '8.8.8.8',
  Addresses: '8.8.8.8,1.1.1.1',
};
const resolve = (value: unknown, parameters: Readonly<Record<string, string>> = given): unknown =>
  new Resolver([aStack(resources, { Parameters })], parameters).resolve(value, HERE);

describe('parameters of a stack', () => {
  test.each<[string, unknown, unknown]>([
    ['its default', { Ref: 'Zone' }, 'example.com'],
    ['what was given', { Ref: 'Bare' }, 'given'],
    ['what was given, as a list', { Ref: 'List' }, ['a', 'b']],
    ['what the app itself keeps in Systems Manager', { Ref: 'OwnName' }, 'shop.example.com'],
    ['what was given for a name of Systems Manager', { Ref: 'Elsewhere' }, '8.8.8.8'],
    ['what was given for its id, as a list', { Ref: 'Addresses' }, ['8.8.8.8', '1.1.1.1']],
    ['a dynamic reference to what the app keeps', 'www.{{resolve:ssm:/shop/name:1}}', 'www.shop.example.com'],
    [
      'a dynamic reference that is put together',
      { 'Fn::Join': ['', ['{{resolve:ssm:/network/', 'address}}']] },
      '8.8.8.8',
    ],
    ['an attribute', { 'Fn::GetAtt': ['Own', 'Value'] }, 'shop.example.com'],
    ['a name', { Ref: 'Own' }, '/shop/name'],
    ['a name that CloudFormation makes', { Ref: 'Unnamed' }, expect.stringMatching(/^CFN-Unnamed-\w{12}$/)],
  ])('have a value: %s', (_what, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  test('stands for its default when it is given', () => {
    expect(resolve({ Ref: 'Zone' }, { Zone: 'example.net' })).toBe('example.net');
  });

  test.each([
    [{ Ref: 'Bare' }, 'Bare'],
    [{ Ref: 'Elsewhere' }, '/network/address'],
    ['{{resolve:ssm:/network/address}}', '/network/address'],
  ])('fails without one: %j', (value, name) => {
    expect(() => resolve(value, {})).toThrow(
      `Stack/Here: the rehearsal can't evaluate the parameter ${name}; say what it is at deployment: --parameter ${name}=<value>`,
    );
  });
});

test('fails with a name that no template has', async () => {
  const assembly = await exampleAssembly('edge');
  expect(() => prepareAssembly(assembly, { parameters: { '/shop/nmae': 'x' } })).toThrow(
    '--parameter: no stack has this parameter, got "/shop/nmae"; name one that a template has',
  );
});

test('a secret has the ARN that Secrets Manager would give it', () => {
  expect(resolve({ Ref: 'Secret' })).toMatch(
    /^arn:aws:secretsmanager:us-east-1:123456789012:secret:shop\/pager-\w{6}$/,
  );
});

import { type Names, resolve } from './resolve';

const NAMES: Names = {
  refs: new Map([
    ['Topic', 'arn:topic'],
    ['AWS::Partition', 'aws'],
  ]),
  attributes: new Map([['Queue.Arn', 'arn:queue']]),
  mappings: { Zones: { aws: { zoneId: 'Z2FDTNDATAQYW2' } } },
};

describe('a property of a template', () => {
  test.each<[string, unknown, unknown]>([
    ['a reference', { Ref: 'Topic' }, 'arn:topic'],
    ['an attribute', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:queue'],
    ['text put together', { 'Fn::Join': ['/', ['a', { Ref: 'Topic' }]] }, 'a/arn:topic'],
    ['text with both in it', { 'Fn::Sub': '$' + '{Topic}/$' + '{Queue.Arn}' }, 'arn:topic/arn:queue'],
    ['a mapping', { 'Fn::FindInMap': ['Zones', { Ref: 'AWS::Partition' }, 'zoneId'] }, 'Z2FDTNDATAQYW2'],
    ['a list within an object', { Names: [{ Ref: 'Topic' }, 1, null] }, { Names: ['arn:topic', 1, null] }],
  ])('comes to what is deployed: %s', (_what, value, resolved) => {
    expect(resolve(value, NAMES)).toEqual(resolved);
  });

  test.each<[string, unknown, string]>([
    ['a resource that is not there', { Ref: 'Table' }, 'the deployed stack has no value for Table'],
    [
      'an attribute nobody told',
      { 'Fn::GetAtt': ['Topic', 'Arn'] },
      'the deployed stack has no value for Topic.Arn',
    ],
    ['a function that nobody knows', { 'Fn::Cidr': ['10.0.0.0/16', 1] }, "Fn::Cidr can't be evaluated"],
  ])('fails with %s', (_what, value, message) => {
    expect(() => resolve(value, NAMES)).toThrow(message);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssemblyStack } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import type { Template } from '../../../../lib/rehearsal/aws/assembly/template';
import { TOPIC } from '../../../../lib/rehearsal/aws/sns/resource';
import { aResource, aStack } from '../../helpers/a-deployment';

const aNestedStack = (file: string, Parameters: Record<string, unknown> = {}, Condition?: string) => ({
  ...aResource('AWS::CloudFormation::Stack', {
    Parameters,
    TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, '/assets/', file]] },
  }),
  Condition,
});

describe('nested stack', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-nested-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A stack whose assets are these templates. */
  const build = (
    resources: NonNullable<Template['Resources']>,
    nested: Record<string, object>,
    but: Template = {},
  ): AssemblyStack => {
    for (const [file, template] of Object.entries(nested)) {
      writeFileSync(join(folder, file), JSON.stringify(template));
    }
    const assetPaths = new Map(Object.keys(nested).map((file) => [file, join(folder, file)]));
    return { ...aStack(resources, but), assetPaths };
  };
  const topics = (stack: AssemblyStack) =>
    new Deployment([stack])
      .all(TOPIC)
      .map(({ name, ref, properties }) => [name, ref.split(':').at(-1), properties.DisplayName]);

  const INNER = {
    Parameters: { Shop: { Type: 'String' }, Color: { Type: 'String', Default: 'teal' } },
    Resources: {
      Topic: aResource('AWS::SNS::Topic', {
        TopicName: { 'Fn::Join': ['-', [{ Ref: 'Shop' }, { Ref: 'Color' }]] },
      }),
    },
    Outputs: { Name: { Value: { 'Fn::GetAtt': ['Topic', 'TopicName'] } } },
  };

  test('gets its parameters from the stack around it and gives it outputs', () => {
    const stack = build(
      {
        Site: aResource('AWS::S3::Bucket', { BucketName: 'shop' }),
        Inner: aNestedStack('inner.json', { Shop: { Ref: 'Site' } }),
        Outer: aResource('AWS::SNS::Topic', {
          TopicName: 'outer',
          DisplayName: { 'Fn::GetAtt': ['Inner', 'Outputs.Name'] },
        }),
      },
      { 'inner.json': INNER },
    );
    expect(topics(stack)).toEqual([
      ['Stack/Outer', 'outer', 'shop-teal'],
      ['Stack-Inner/Topic', 'shop-teal', undefined],
    ]);
  });

  test('may hold nested stacks itself', () => {
    const stack = build(
      { Middle: aNestedStack('middle.json', { Name: 'deep' }) },
      {
        'middle.json': {
          Parameters: { Name: { Type: 'String' } },
          Resources: { Inner: aNestedStack('inner.json', { Shop: { Ref: 'Name' }, Color: 'red' }) },
        },
        'inner.json': INNER,
      },
    );
    expect(topics(stack)).toEqual([['Stack-Middle-Inner/Topic', 'deep-red', undefined]]);
  });

  test.each([
    ['1', 1],
    ['2', 0],
  ])('exists only if its condition holds: %s', (value, count) => {
    const stack = build(
      { Inner: aNestedStack('inner.json', { Shop: 'shop' }, 'Wanted') },
      { 'inner.json': INNER },
      { Conditions: { Wanted: { 'Fn::Equals': [value, '1'] } } },
    );
    expect(topics(stack)).toHaveLength(count);
  });

  test('fails without a parameter that it needs', () => {
    const stack = build({ Inner: aNestedStack('inner.json') }, { 'inner.json': INNER });
    expect(() => topics(stack)).toThrow(
      "Stack-Inner/Topic: the rehearsal can't evaluate the parameter Shop; say what it is at deployment: --parameter Shop=<value>",
    );
  });

  test.each([
    ['as CloudFormation passes it', { 'Fn::Join': [',', ['teal', 'red']] }],
    ['with spaces', 'teal, red'],
    ['from a list', ['teal', 'red']],
  ])('gets a list where its parameter is one: %s', (_name, Colors) => {
    const TopicName = { 'Fn::Select': [1, { Ref: 'Colors' }] };
    const inner = {
      Parameters: { Colors: { Type: 'CommaDelimitedList' } },
      Resources: { Topic: aResource('AWS::SNS::Topic', { TopicName }) },
    };
    const stack = build({ Inner: aNestedStack('inner.json', { Colors }) }, { 'inner.json': inner });
    expect(topics(stack)).toEqual([['Stack-Inner/Topic', 'red', undefined]]);
  });

  test('has its default for a parameter that it is not given', () => {
    const Inner = aNestedStack('inner.json', { Shop: 'shop', Color: { Ref: 'AWS::NoValue' } });
    expect(topics(build({ Inner }, { 'inner.json': INNER }))).toMatchObject([
      ['Stack-Inner/Topic', 'shop-teal', undefined],
    ]);
  });

  test('fails when its template is no JSON', () => {
    const stack = build({ Inner: aNestedStack('inner.json') }, { 'inner.json': INNER });
    writeFileSync(join(folder, 'inner.json'), '{"Resources":');
    expect(() => new Deployment([stack])).toThrow(
      expect.objectContaining({
        code: 'INVALID_TEMPLATE',
        message: `Stack/Inner.TemplateURL: is no JSON, got ${join(folder, 'inner.json')}; run cdk synth again`,
      }),
    );
  });

  test.each([
    ['at once', { 'a.json': 'a.json' }, 'Stack-A/Next'],
    ['in two steps', { 'a.json': 'b.json', 'b.json': 'a.json' }, 'Stack-A-Next/Next'],
  ])('fails when it leads back to itself %s', (_name, chain, resource) => {
    const nested = Object.fromEntries(
      Object.entries(chain).map(([file, next]) => [file, { Resources: { Next: aNestedStack(next) } }]),
    );
    expect(() => new Deployment([build({ A: aNestedStack('a.json') }, nested)])).toThrow(
      `${resource}.TemplateURL: leads back to itself, got https://s3.amazonaws.com/assets/a.json; nest another template`,
    );
  });

  test('may use one template twice', () => {
    const stack = build(
      {
        One: aNestedStack('inner.json', { Shop: 'one' }),
        Two: aNestedStack('inner.json', { Shop: 'two' }),
      },
      { 'inner.json': INNER },
    );
    expect(topics(stack).map(([name]) => name)).toEqual(['Stack-One/Topic', 'Stack-Two/Topic']);
  });

  test('fails when the assembly lacks its template', () => {
    expect(() => new Deployment([build({ Inner: aNestedStack('gone.json') }, {})])).toThrow(
      expect.objectContaining({
        code: 'ASSET_NOT_FOUND',
        message:
          'Stack/Inner.TemplateURL: the assembly lacks this template, got https://s3.amazonaws.com/assets/gone.json; run cdk synth again',
      }),
    );
  });
});

import { join } from 'node:path';
import { z } from 'zod';
import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import {
  cfnBoolean,
  cfnNumber,
  ignored,
  type ResourceModel,
} from '../../../../lib/rehearsal/aws/assembly/resource-model';
import { aDeployment, aResource, aStack } from '../../helpers/a-deployment';

const BUCKET = {
  type: 'AWS::S3::Bucket',
  properties: z.object({
    BucketName: z.string().optional(),
    Days: cfnNumber.optional(),
    Open: cfnBoolean.default(false),
    Rules: z.array(z.object({ Id: z.string(), Note: ignored('a note') })).default([]),
    Tags: ignored('labels only'),
  }),
} satisfies ResourceModel;

describe('deployed resource', () => {
  test('has its properties resolved, typed and filled up', () => {
    const Properties = { BucketName: { 'Fn::Sub': 'site' }, Days: '7' };
    const [bucket] = aDeployment({ Site: aResource('AWS::S3::Bucket', Properties) }).all(BUCKET);
    expect(bucket?.properties).toEqual({ BucketName: 'site', Days: 7, Open: false, Rules: [] });
    expect(bucket).toMatchObject({ name: 'Stack/Site', logicalId: 'Site', ref: 'site' });
    expect(bucket?.attribute('Arn')).toBe('arn:aws:s3:::site');
  });

  test('has outputs, found by a part of their names', () => {
    const Outputs = { SiteName1A: { Value: { Ref: 'Site' } }, Other: { Value: 'x' } };
    const deployment = aDeployment(
      { Site: aResource('AWS::S3::Bucket', { BucketName: 'site' }) },
      { Outputs },
    );
    expect(deployment.outputs('SiteName')).toEqual(['site']);
    expect(deployment.outputs('Nothing')).toEqual([]);
  });

  test('comes in template order, of its own type only, from every stack', () => {
    const first = aStack({
      B: aResource('AWS::S3::Bucket'),
      Q: aResource('AWS::SQS::Queue'),
      A: aResource('AWS::S3::Bucket'),
    });
    const deployment = new Deployment([
      first,
      { ...aStack({ C: aResource('AWS::S3::Bucket') }), name: 'Other' },
    ]);
    expect(deployment.all(BUCKET).map(({ name }) => name)).toEqual(['Stack/B', 'Stack/A', 'Other/C']);
  });

  test.each([
    ['Yes', 1],
    ['No', 0],
  ])('exists only where its condition holds: %s', (Condition, count) => {
    const Conditions = { Yes: { 'Fn::Equals': [1, 1] }, No: { 'Fn::Equals': [1, 2] } };
    const deployment = aDeployment({ Site: { Type: 'AWS::S3::Bucket', Condition } }, { Conditions });
    expect(deployment.all(BUCKET)).toHaveLength(count);
  });

  test.each([
    [{ Open: 'true' }, true],
    [{ Open: 'false' }, false],
    [{ Open: true }, true],
  ])('may say booleans as text: %j', (Properties, Open) => {
    const [bucket] = aDeployment({ Site: aResource('AWS::S3::Bucket', Properties) }).all(BUCKET);
    expect(bucket?.properties.Open).toBe(Open);
  });

  test('fails when a value has the wrong type', () => {
    const deployment = aDeployment({ Site: aResource('AWS::S3::Bucket', { Rules: [{ Id: 5 }] }) });
    expect(() => deployment.all(BUCKET)).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_PROPERTY',
        message: expect.stringMatching(
          /^Stack\/Site \(AWS::S3::Bucket\): the rehearsal can't read Rules\.0\.Id: /,
        ),
      }),
    );
  });
});

describe('property coverage', () => {
  const Properties = {
    BucketName: { Ref: 'AWS::StackName' },
    Rules: [{ Id: 'a', Note: { Ref: 'Nobody' } }],
    Tags: [{ 'Fn::GetAZs': '' }],
  };

  test('sorts properties into modelled and ignored, which need no value', () => {
    const deployment = aDeployment({ Site: aResource('AWS::S3::Bucket', Properties) });
    expect(deployment.all(BUCKET)).toHaveLength(1);
    expect(deployment.coverage).toEqual([
      {
        name: 'Stack/Site',
        type: 'AWS::S3::Bucket',
        modelled: ['BucketName', 'Rules.0.Id'],
        ignored: [
          { path: 'Rules.0.Note', because: 'a note' },
          { path: 'Tags', because: 'labels only' },
        ],
        unsupported: [],
      },
    ]);
  });

  test.each([{ Ref: 'AWS::NoValue' }, { 'Fn::If': ['Never', {}, { Ref: 'AWS::NoValue' }] }])(
    'takes an intrinsic function for a value, not for properties: %j',
    (rule) => {
      const Conditions = { Never: { 'Fn::Equals': [1, 2] } };
      const resources = { Site: aResource('AWS::S3::Bucket', { Rules: [rule, { Id: 'a' }] }) };
      const [bucket] = aDeployment(resources, { Conditions }).all(BUCKET);
      expect(bucket?.properties.Rules).toEqual([{ Id: 'a' }]);
    },
  );

  test('holds nothing that was not read', () => {
    const deployment = aDeployment({ Site: aResource('AWS::S3::Bucket', Properties) });
    expect(deployment.coverage).toEqual([]);
    expect(deployment.unread).toMatchObject([{ logicalId: 'Site' }]);
    deployment.all(BUCKET);
    expect(deployment.unread).toEqual([]);
  });

  test('does not matter for a resource that nobody gets to see', () => {
    const resources = {
      Site: aResource('AWS::S3::Bucket'),
      Odd: aResource('AWS::S3::Bucket', { Website: {} }),
    };
    const deployment = new Deployment([aStack(resources)], { unseen: new Set(['Stack/Odd']) });
    expect(deployment.all(BUCKET)).toMatchObject([{ name: 'Stack/Site' }]);
    expect(deployment.unread).toMatchObject([{ logicalId: 'Odd' }]);
    expect(['Stack/Site', 'Stack/Odd'].map((name) => deployment.shows(name))).toEqual([true, false]);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ Website: {} }, 'Website'],
    [{ Rules: [{ Id: 'a' }, { Id: 'b', Prefix: 'x' }] }, 'Rules.1.Prefix'],
    [{ Website: {}, Cors: {} }, 'Website, Cors'],
  ])('fails when a property is not modelled: %j', (Properties, paths) => {
    const deployment = aDeployment({ Site: aResource('AWS::S3::Bucket', Properties) });
    expect(() => deployment.all(BUCKET)).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_PROPERTY',
        message: `Stack/Site (AWS::S3::Bucket): the rehearsal does not model ${paths}; remove it or rehearse without this resource`,
      }),
    );
  });
});

describe('asset', () => {
  const missing = new Deployment(readAssembly(join(__dirname, '../../../fixtures/missing-asset')));

  test.each(['gone.zip', 'never-was.zip'])('fails when its files are missing: %s', (key) => {
    expect(() => missing.assetPath(key)).toThrow(
      expect.objectContaining({
        code: 'ASSET_NOT_FOUND',
        message: `the assembly lacks an asset, got ${key}; run cdk synth again`,
      }),
    );
  });
});

describe('template metadata', () => {
  test.each([
    ['Understudy', { stackName: 'Shop', value: { schema: 1 } }],
    ['Other', undefined],
  ])('is found in whichever stack has it: %s', (key, expected) => {
    const other = { ...aStack({}, { Metadata: { Understudy: { schema: 1 } } }), name: 'Shop' };
    expect(new Deployment([aStack({}), other]).metadata(key)).toEqual(expected);
  });
});

describe('template of ten thousand resources', () => {
  test('is read to its end', () => {
    const resources = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [
        `Site${index}`,
        aResource('AWS::S3::Bucket', { BucketName: { 'Fn::Sub': `site${index}` } }),
      ]),
    );
    const refs = aDeployment(resources)
      .all(BUCKET)
      .map(({ ref }) => ref);
    expect(refs.at(-1)).toBe('site9999');
  });
});

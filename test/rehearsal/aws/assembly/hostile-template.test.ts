import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { INTRINSIC_FUNCTIONS } from '../../../../lib/rehearsal/aws/assembly/intrinsic-functions';
import { parseTemplate } from '../../../../lib/rehearsal/aws/assembly/template';
import { TOPIC } from '../../../../lib/rehearsal/aws/sns/resource';
import { RehearsalError } from '../../../../lib/rehearsal/kernel/errors';
import { coverageOf } from '../../../../lib/rehearsal/play/world/coverage';
import { aDeployment, aResource } from '../../helpers/a-deployment';

const FIXTURE = join(__dirname, '../../../fixtures/empty-template');
const aTopic = (TopicName: unknown) => ({ Topic: aResource('AWS::SNS::Topic', { TopicName }) });
const refOf = (resources: Parameters<typeof aDeployment>[0]) => aDeployment(resources).all(TOPIC)[0]?.ref;

/** `{ 'Fn::Join': ['', [{ 'Fn::Join': ... }]] }`, so many times. */
function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) {
    value = { 'Fn::Join': ['', [value]] };
  }
  return value;
}

describe('hostile template', () => {
  test('of 10,000 resources is read in order', () => {
    const resources = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [
        `Topic${index}`,
        aResource('AWS::SNS::Topic', {
          TopicName: `topic-${index}`,
          DisplayName: { 'Fn::GetAtt': [`Topic${(index + 1) % 10_000}`, 'TopicName'] },
        }),
      ]),
    );
    const topics = aDeployment(resources).all(TOPIC);
    expect(topics).toHaveLength(10_000);
    expect(topics.at(-1)?.properties).toMatchObject({ TopicName: 'topic-9999', DisplayName: 'topic-0' });
  });

  test('may nest intrinsic functions, but not without end', () => {
    expect(refOf(aTopic(nested(100)))).toContain(':deep');
    expect(() => refOf(aTopic(nested(5_000)))).toThrow(
      expect.objectContaining({
        code: 'UNRESOLVED_INTRINSIC',
        message:
          "Stack/Topic: the rehearsal can't evaluate values nested more than 500 deep; use a value that is known at synth",
      }),
    );
  });

  test.each([
    ['constructor', 'a reference to constructor'],
    ['toString', 'a reference to toString'],
    ['__proto__', 'a reference to __proto__'],
  ])('reaches nothing with a reference to %s', (Ref, what) => {
    expect(() => refOf(aTopic({ Ref }))).toThrow(`Stack/Topic: the rehearsal can't evaluate ${what};`);
  });

  test.each(['constructor', 'hasOwnProperty', 'Custom::Anything'])(
    'counts a resource of type %s as unknown, and nothing refers to it',
    (Type) => {
      const resources = { ...aTopic({ Ref: 'Odd' }), Odd: aResource(Type) };
      expect(() => refOf(resources)).toThrow(
        `Stack/Topic: the rehearsal can't evaluate a reference to Odd (${Type});`,
      );
      const { unknown } = coverageOf(aDeployment({ Odd: aResource(Type) }));
      expect(unknown).toEqual([{ name: 'Stack/Odd', type: Type }]);
    },
  );

  test.each(['constructor', 'toString', '__proto__'])('has no model for a property called %s', (property) => {
    const Topic = aResource('AWS::SNS::Topic', JSON.parse(`{"${property}":1}`));
    expect(() => refOf({ Topic })).toThrow(
      `Stack/Topic (AWS::SNS::Topic): the rehearsal does not model ${property};`,
    );
  });

  test.each([
    [{ 'Fn::FindInMap': ['constructor', 'name', 'length'] }, 'Fn::FindInMap constructor.name.length'],
    [{ 'Fn::GetStackOutput': { StackName: 'Stack', OutputName: 'constructor' } }, 'output Stack.constructor'],
  ])('reaches nothing that every object has: %j', (name, what) => {
    const deployment = aDeployment(aTopic(name), { Mappings: {}, Outputs: {} });
    expect(() => deployment.all(TOPIC)).toThrow(`Stack/Topic: the rehearsal can't evaluate ${what};`);
  });

  test.each([
    ['AWS::CloudFront::ConnectionGroup', 'CloudFront'],
    ['AWS::Scheduler::Schedule', 'Scheduler'],
    ['AWS::CloudWatch::AnomalyDetector', 'CloudWatch'],
  ])('stops the rehearsal with %s on the failover path', (Type) => {
    expect(() => coverageOf(aDeployment({ Odd: aResource(Type) }))).toThrow(
      `Stack/Odd: the rehearsal does not model ${Type}; remove it or rehearse without this resource`,
    );
  });

  const FUNCTIONS = Object.keys(INTRINSIC_FUNCTIONS);
  const anIntrinsic = fc
    .tuple(fc.constantFrom(...FUNCTIONS, 'Fn::Transform'), fc.jsonValue({ maxDepth: 2 }))
    .map(([name, argument]) => ({ [name]: argument }));

  test.each(FUNCTIONS)('never gets past %s but by name', (name) => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.array(anIntrinsic)), (argument) => {
        try {
          refOf(aTopic({ [name]: argument }));
        } catch (error) {
          expect(error).toBeInstanceOf(RehearsalError);
          expect((error as Error).message).toContain('Stack/Topic');
        }
      }),
    );
  });

  test('fails by name when an intrinsic function has an argument of another shape', () => {
    expect(() => refOf(aTopic({ 'Fn::GetStackOutput': null }))).toThrow(
      "Stack/Topic: the rehearsal can't evaluate Fn::GetStackOutput of null; use a value that is known at synth",
    );
  });

  test('of any values never fails but by name', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        try {
          refOf(aTopic(value));
        } catch (error) {
          expect(error).toBeInstanceOf(RehearsalError);
          expect((error as Error).message).toContain('Stack/Topic');
        }
      }),
    );
  });

  test.each([
    [[], 'Stack.template: is no CloudFormation'],
    [{ Resources: [] }, 'Stack.template.Resources: is no CloudFormation'],
    [{ Resources: { Topic: null } }, 'Stack.template.Resources.Topic: is no CloudFormation'],
    [{ Resources: { Topic: {} } }, 'Stack.template.Resources.Topic.Type: is no CloudFormation'],
    [
      { Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: 1 } } },
      'Stack.template.Resources.Topic.Properties: is no CloudFormation',
    ],
    [{ Outputs: { Name: 'text' } }, 'Stack.template.Outputs.Name: is no CloudFormation'],
  ])('fails when it is %j', (json, message) => {
    expect(() => parseTemplate('Stack', json)).toThrow(message);
  });
});

describe('hostile assembly', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-hostile-'));
    cpSync(FIXTURE, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ['manifest.json', 'nonsense'],
    ['manifest.json', '{}'],
    ['Empty.template.json', '{"Resources":'],
    ['Empty.template.json', '7'],
  ])('fails when %s holds %s', (file, text) => {
    writeFileSync(join(folder, file), text);
    expect(() => new Deployment(readAssembly(folder))).toThrow(
      expect.objectContaining({ code: 'INVALID_TEMPLATE' }),
    );
  });

  test('fails when two of its stacks have one name', () => {
    const stack = { type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/us-east-1' };
    const properties = { templateFile: 'Empty.template.json', stackName: 'Shop' };
    const artifacts = { Beta: { ...stack, properties }, Live: { ...stack, properties } };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '48.0.0', artifacts }));
    expect(() => readAssembly(folder)).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_RESOURCE',
        message:
          '--app: must have stacks of different names, got two called Shop; rehearse an assembly with one of them',
      }),
    );
  });

  test('fails when a template is missing, and says where', () => {
    rmSync(join(folder, 'Empty.template.json'));
    expect(() => readAssembly(folder)).toThrow(`, got ${folder}; run cdk synth again`);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { RehearsalError } from '../errors';
import type { AssemblyStack } from './assembly';
import { Resolver } from './resolver';
import { parseTemplate } from './template';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html */
export const NESTED_STACK = 'AWS::CloudFormation::Stack';

/**
 * The stacks, each followed by those that are nested in it, at any depth.
 * @throws RehearsalError ASSET_NOT_FOUND when the template of a nested stack is no asset of the assembly
 */
export function withNestedStacks(stacks: readonly AssemblyStack[]): readonly AssemblyStack[] {
  const resolver = new Resolver(stacks);
  return stacks.flatMap((stack) => {
    const nested = Object.entries(stack.template.Resources ?? {})
      .filter(([, { Type }]) => Type === NESTED_STACK)
      .map(([logicalId]) => readNestedStack(stack, logicalId, resolver));
    return [stack, ...(nested.length === 0 ? [] : withNestedStacks(nested))];
  });
}

function readNestedStack(parent: AssemblyStack, logicalId: string, resolver: Resolver): AssemblyStack {
  const { Type, Properties = {} } = parent.template.Resources?.[logicalId] ?? { Type: NESTED_STACK };
  const resource = { stackName: parent.name, logicalId, type: Type, properties: Properties };
  // An asset's URL ends with its object key.
  const url = String(resolver.resolve(Properties['TemplateURL'], resource));
  const path = parent.assetPaths.get(url.slice(url.lastIndexOf('/') + 1));
  if (path === undefined || !existsSync(path)) {
    throw new RehearsalError(
      'ASSET_NOT_FOUND',
      `${parent.name}/${logicalId}.TemplateURL: the assembly lacks this template, got ${url}; run cdk synth again`,
    );
  }
  const name = `${parent.name}-${logicalId}`;
  return {
    name,
    region: parent.region,
    template: parseTemplate(name, JSON.parse(readFileSync(path, 'utf8'))),
    assetPaths: parent.assetPaths,
    nestedIn: { stackName: parent.name, logicalId },
  };
}

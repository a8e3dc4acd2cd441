import { existsSync, readFileSync } from 'node:fs';
import { RehearsalError } from '../../kernel/errors';
import type { AssemblyStack } from './assembly';
import { Resolver } from './resolver';
import { parseTemplate } from './template';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html */
export const NESTED_STACK = 'AWS::CloudFormation::Stack';

/**
 * The stacks, each followed by those that are nested in it, at any depth.
 * @throws RehearsalError ASSET_NOT_FOUND when the template of a nested stack is no asset of the assembly, INVALID_TEMPLATE
 * when it can't be read or leads back to itself
 */
export const withNestedStacks = (stacks: readonly AssemblyStack[]): readonly AssemblyStack[] =>
  stacks.flatMap((stack) => withNested(stack, { stacks: [], files: [] }));

/** What a stack is nested in. */
interface Above {
  readonly stacks: readonly AssemblyStack[];
  /** The templates of those that are nested themselves. */
  readonly files: readonly string[];
}

function withNested(stack: AssemblyStack, above: Above): readonly AssemblyStack[] {
  const stacks = [...above.stacks, stack];
  const resolver = new Resolver(stacks);
  return [
    stack,
    ...Object.entries(stack.template.Resources ?? {})
      .filter(([, { Type }]) => Type === NESTED_STACK)
      .flatMap(([logicalId, { Type, Properties = {} }]) => {
        const resource = { stackName: stack.name, logicalId, type: Type, properties: Properties };
        const url = String(resolver.resolve(Properties['TemplateURL'], resource));
        const file = templateFile(stack, { logicalId, url });
        if (above.files.includes(file)) {
          throw invalid({ stack, logicalId }, `leads back to itself, got ${url}; nest another template`);
        }
        return withNested(readNestedStack(stack, { logicalId, file }), {
          stacks,
          files: [...above.files, file],
        });
      }),
  ];
}

/** An asset's URL ends with its object key. */
function templateFile(
  { name, assetPaths }: AssemblyStack,
  { logicalId, url }: { readonly logicalId: string; readonly url: string },
): string {
  const path = assetPaths.get(url.slice(url.lastIndexOf('/') + 1));
  if (path !== undefined && existsSync(path)) {
    return path;
  }
  throw new RehearsalError(
    'ASSET_NOT_FOUND',
    `${name}/${logicalId}.TemplateURL: the assembly lacks this template, got ${url}; run cdk synth again`,
  );
}

function readNestedStack(
  stack: AssemblyStack,
  { logicalId, file }: { readonly logicalId: string; readonly file: string },
): AssemblyStack {
  const name = `${stack.name}-${logicalId}`;
  return {
    ...stack,
    name,
    template: parseTemplate(name, readJson(file, { stack, logicalId })),
    nestedIn: { stackName: stack.name, logicalId },
  };
}

interface Nesting {
  readonly stack: AssemblyStack;
  readonly logicalId: string;
}

function readJson(file: string, nesting: Nesting): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw invalid(nesting, `is no JSON, got ${file}; run cdk synth again`, error);
  }
}

const invalid = ({ stack, logicalId }: Nesting, problem: string, cause?: unknown): RehearsalError =>
  new RehearsalError('INVALID_TEMPLATE', `${stack.name}/${logicalId}.TemplateURL: ${problem}`, { cause });

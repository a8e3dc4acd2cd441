import type { AssemblyStack } from '../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../lib/rehearsal/aws/assembly/deployment';

/** A statement of a policy in a template. */
export interface PolicyStatement {
  readonly logicalId: string;
  /** Where its document is, such as `PolicyDocument`. @default - the resource is one statement */
  readonly property?: string;
  readonly index: number;
  /** As test titles name it. */
  readonly title: string;
}

type Document = { Statement: { Effect: string; Action: unknown }[] };

const DOCUMENTS = ['PolicyDocument', 'KeyPolicy', 'AssumeRolePolicyDocument'];

/** Every statement of every policy of a stack. */
export const statementsIn = ({ template }: AssemblyStack): readonly PolicyStatement[] =>
  Object.entries(template.Resources ?? {}).flatMap(([logicalId, { Type, Properties = {} }]) =>
    Type === 'AWS::Lambda::Permission'
      ? [{ logicalId, index: 0, title: logicalId }]
      : DOCUMENTS.flatMap((property) => inDocument(logicalId, property, Properties[property])),
  );

const inDocument = (logicalId: string, property: string, document: unknown): readonly PolicyStatement[] =>
  ((document as Document | undefined)?.Statement ?? []).map(({ Effect, Action }, index) => ({
    ...{ logicalId, property, index },
    title: `${logicalId} ${Effect} ${[Action].flat().join(', ')}`,
  }));

/** The deployment without a statement. */
export function without({ logicalId, property, index }: PolicyStatement, stack: AssemblyStack): Deployment {
  const template = structuredClone(stack.template);
  const resources = template.Resources as Record<string, { Properties: Record<string, Document> }>;
  if (property === undefined) {
    delete resources[logicalId];
  } else {
    resources[logicalId]?.Properties[property]?.Statement.splice(index, 1);
  }
  return new Deployment([{ ...stack, template }]);
}

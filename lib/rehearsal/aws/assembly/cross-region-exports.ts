import type { AssemblyStack } from './assembly';
import { ownProperty } from './own-property';

/**
 * What the CDK puts into a stack that uses values of a stack in another region. Its attributes are those values, by the
 * names under which the other stack's writer keeps them.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib-readme.html#accessing-resources-in-a-different-stack-and-region
 */
export const CROSS_REGION_READER = 'Custom::CrossRegionExportReader';
const CROSS_REGION_WRITER = 'Custom::CrossRegionExportWriter';

/** A value as its stack states it; it may still hold intrinsic functions. */
export interface CrossRegionExport {
  readonly stackName: string;
  readonly value: unknown;
}

/** Finds what some stack of the assembly exports under a name; undefined when none does. */
export function crossRegionExport(
  stacks: readonly AssemblyStack[],
  exportName: string,
): CrossRegionExport | undefined {
  for (const { name: stackName, template } of stacks) {
    for (const { Type, Properties } of Object.values(template.Resources ?? {})) {
      const exports = Type === CROSS_REGION_WRITER ? exportsOf(Properties) : undefined;
      const value = ownProperty(exports, exportName);
      if (value !== undefined) {
        return { stackName, value };
      }
    }
  }
  return undefined;
}

function exportsOf(properties: Readonly<Record<string, unknown>> = {}) {
  const writer = properties['WriterProps'] as Readonly<Record<string, unknown>> | undefined;
  return writer?.['exports'] as Readonly<Record<string, unknown>> | undefined;
}

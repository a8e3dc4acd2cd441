import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { PropsError } from './props-error';

/**
 * Refuses a store that the stack has already: the two would have one name for alarms, records and distribution.
 * @throws PropsError at synth
 */
export function requireOwnName(scope: IConstruct, domainName: string): void {
  const { stackName, templateOptions } = Stack.of(scope);
  const twin = Object.values(templateOptions.metadata ?? {}).find(
    (value) => (value as { readonly domainName?: unknown } | undefined)?.domainName === domainName,
  );
  if (twin === undefined) {
    return;
  }
  throw new PropsError(
    `domainName: must be unique in stack ${stackName}, got ${JSON.stringify(domainName)}; describe each store once`,
  );
}

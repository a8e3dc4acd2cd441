import type { AssemblyStack } from './assembly';
import type { DeployedResource } from './deployed-resource';
import { ACCOUNT_ID } from './physical-ids';
import type { Parameter } from './template';
import { unresolved } from './unresolved';

/** Stands for `AWS::NoValue`: the property is to be left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Pseudo parameters, of the stack that asks.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html
 */
export const PSEUDO_PARAMETERS: Readonly<Record<string, (stack: AssemblyStack) => unknown>> = {
  'AWS::AccountId': () => ACCOUNT_ID,
  'AWS::NoValue': () => NO_VALUE,
  'AWS::NotificationARNs': () => [],
  'AWS::Partition': () => 'aws',
  'AWS::Region': ({ region }) => region,
  'AWS::StackId': ({ name, region }) =>
    `arn:aws:cloudformation:${region}:${ACCOUNT_ID}:stack/${name}/rehearsal`,
  'AWS::StackName': ({ name }) => name,
  'AWS::URLSuffix': () => 'amazonaws.com',
};

/**
 * What a parameter is at deployment if nobody says otherwise.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function parameterValue(
  id: string,
  { Type = 'String', Default }: Parameter,
  where: DeployedResource,
): unknown {
  if (Default === undefined) throw unresolved(where, `parameter ${id} without a default`);
  // The default of such a parameter is the name under which Systems Manager keeps the value.
  if (Type.startsWith('AWS::SSM::')) throw unresolved(where, `parameter ${id} of type ${Type}`);
  const isList = Type === 'CommaDelimitedList' || Type.startsWith('List<');
  return isList
    ? String(Default)
        .split(',')
        .map((item) => item.trim())
    : Default;
}

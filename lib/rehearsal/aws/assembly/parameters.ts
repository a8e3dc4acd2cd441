import type { RehearsalError } from '../../kernel/errors';
import type { AssemblyStack } from './assembly';
import type { DeployedResource } from './deployed-resource';
import { ownProperty } from './own-property';
import { ACCOUNT_ID } from './physical-ids';
import type { Parameter } from './template';
import { unresolved } from './unresolved';

/** Stands for `AWS::NoValue`: the property is to be left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Pseudo parameters, of the stack that asks.
 *
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

/** Values by the names of parameters: of a stack, by logical id, or of Systems Manager. */
export type ParameterValues = Readonly<Record<string, string>>;

/** Where the values of parameters come from. */
export interface ParameterSources {
  readonly given: ParameterValues;
  /** The value of a parameter of Systems Manager that the assembly itself makes. */
  readonly ofSystemsManager: (name: string) => unknown;
}

/**
 * What a parameter is at deployment: what was given for it, else its default.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function parameterValue(
  id: string,
  { Type = 'String', Default }: Parameter,
  where: DeployedResource,
  sources: ParameterSources,
): unknown {
  const value = Type.startsWith('AWS::SSM::Parameter::Value<')
    ? // The default of such a parameter is the name under which Systems Manager keeps the value.
      (ownProperty(sources.given, id) ?? systemsManagerValue(String(Default), where, sources))
    : (ownProperty(sources.given, id) ?? Default);
  if (value === undefined) {
    throw missingParameter(id, where);
  }
  const isList = /CommaDelimitedList|List</.test(Type);
  return isList
    ? String(value)
        .split(',')
        .map((item) => item.trim())
    : value;
}

/** What Systems Manager keeps under a name. @throws RehearsalError UNRESOLVED_INTRINSIC when nobody says what that is */
export function systemsManagerValue(
  name: string,
  where: DeployedResource,
  { given, ofSystemsManager }: ParameterSources,
): unknown {
  const value = ownProperty(given, name) ?? ofSystemsManager(name);
  if (value === undefined) {
    throw missingParameter(name, where);
  }
  return value;
}

const missingParameter = (name: string, where: DeployedResource): RehearsalError =>
  unresolved(where, `the parameter ${name}`, `say what it is at deployment: --parameter ${name}=<value>`);

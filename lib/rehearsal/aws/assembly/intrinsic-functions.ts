import type { DeployedResource } from './deployed-resource';
import { unresolved } from './unresolved';

/** What an intrinsic function may ask for. */
export interface IntrinsicCall {
  readonly argument: unknown;
  readonly where: DeployedResource;
  readonly evaluate: (value: unknown) => unknown;
  readonly text: (value: unknown) => string;
  readonly ref: (id: string) => unknown;
  readonly attribute: (id: string, attribute: string) => unknown;
  readonly condition: (name: string) => boolean;
  readonly mapping: (map: string, top: string, second: string) => unknown;
  readonly output: (stackName: string, output: string) => unknown;
  readonly exported: (exportName: string) => unknown;
}

/** Whether an object with this only key is an intrinsic function. */
export const isIntrinsic = (name: string): boolean =>
  name === 'Ref' || name === 'Condition' || name.startsWith('Fn::');

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/**
 * Every intrinsic function that a rehearsal evaluates.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export const INTRINSIC_FUNCTIONS: Readonly<Record<string, (call: IntrinsicCall) => unknown>> = {
  Ref: ({ argument, ref }) => ref(String(argument)),
  'Fn::GetAtt': ({ argument, attribute, text }) => {
    const [id, ...path] = typeof argument === 'string' ? argument.split('.') : list(argument).map(text);
    return attribute(String(id), path.join('.'));
  },
  'Fn::Join': ({ argument, evaluate, text }) => {
    const [delimiter, values] = list(argument);
    return list(evaluate(values)).map(text).join(String(delimiter));
  },
  'Fn::Select': ({ argument, evaluate, text, where }) => {
    const [index, values] = list(argument);
    const selected = list(evaluate(values))[Number(text(index))];
    if (selected === undefined) {
      throw unresolved(where, `Fn::Select ${text(index)}, which is not in the list`);
    }
    return selected;
  },
  'Fn::Split': ({ argument, text }) => {
    const [delimiter, value] = list(argument);
    return text(value).split(String(delimiter));
  },
  'Fn::Sub': substitute,
  'Fn::If': ({ argument, evaluate, condition }) => {
    const [name, whenTrue, whenFalse] = list(argument);
    return evaluate(condition(String(name)) ? whenTrue : whenFalse);
  },
  'Fn::Equals': ({ argument, text }) => text(list(argument)[0]) === text(list(argument)[1]),
  'Fn::Not': ({ argument, evaluate }) => evaluate(list(argument)[0]) !== true,
  'Fn::And': ({ argument, evaluate }) => list(argument).every((item) => evaluate(item) === true),
  'Fn::Or': ({ argument, evaluate }) => list(argument).some((item) => evaluate(item) === true),
  Condition: ({ argument, condition }) => condition(String(argument)),
  'Fn::FindInMap': ({ argument, text, mapping, where }) => {
    const [map, top, second] = list(argument).map(text);
    const value = mapping(String(map), String(top), String(second));
    if (value === undefined) {
      throw unresolved(where, `Fn::FindInMap ${map}.${top}.${second}`);
    }
    return value;
  },
  'Fn::ImportValue': ({ argument, text, exported }) => exported(text(argument)),
  'Fn::GetStackOutput': ({ argument, text, output }) => {
    const { StackName, OutputName } = argument as Record<string, unknown>;
    return output(text(StackName), text(OutputName));
  },
};

/** `${Name}` is a reference, `${Name.Attribute}` an attribute, `${!Name}` the text itself. */
function substitute({ argument, text, ref, attribute }: IntrinsicCall): string {
  const [template, variables] =
    typeof argument === 'string' ? [argument, {}] : (list(argument) as [string, Record<string, unknown>]);
  return template.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) {
      return `\${${name}}`;
    }
    if (Object.hasOwn(variables, name)) {
      return text(variables[name]);
    }
    const [id, ...path] = name.split('.');
    return String(path.length > 0 ? attribute(String(id), path.join('.')) : ref(name));
  });
}

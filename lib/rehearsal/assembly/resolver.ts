import { RehearsalError } from '../errors';
import type { AssemblyStack } from './assembly';
import type { DeployedResource } from './deployed-resource';
import { ACCOUNT_ID, IDENTITIES, REGION } from './physical-ids';
import type { Parameter } from './template';

/** Deeper than any template that somebody wrote or a tool made; far from where the stack of calls ends. */
const MAX_DEPTH = 500;

/** Stands for `AWS::NoValue`: the property is to be left out. */
const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Evaluates the intrinsic functions of an assembly, each in the words of the CloudFormation reference.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export class Resolver {
  /** What is being evaluated right now: whatever leads back to it has no value. */
  private readonly underWay = new Set<string>();
  private depth = 0;

  constructor(private readonly stacks: readonly AssemblyStack[]) {}

  /**
   * The value with every intrinsic function evaluated.
   * @throws RehearsalError UNRESOLVED_INTRINSIC naming `where`, the resource that holds the value
   */
  resolve(value: unknown, where: DeployedResource): unknown {
    const resolved = this.evaluate(value, where);
    return resolved === NO_VALUE ? undefined : resolved;
  }

  /** Whether the resource exists at all, by its `Condition`. */
  conditionHolds(condition: string | undefined, where: DeployedResource): boolean {
    if (condition === undefined) return true;
    const expression = own(this.stack(where).template.Conditions, condition);
    if (expression === undefined) throw unresolved(where, `condition ${condition}`);
    return this.once(`condition ${condition}`, where, () => this.evaluate(expression, where) === true);
  }

  /** Whether the resource that a nested stack is exists, and all that it is nested in. */
  exists({ stackName, logicalId }: NonNullable<AssemblyStack['nestedIn']>): boolean {
    const resource = { stackName, logicalId, type: '', properties: {} };
    const stack = this.stack(resource);
    const condition = stack.template.Resources?.[logicalId]?.Condition;
    return (
      (stack.nestedIn === undefined || this.exists(stack.nestedIn)) &&
      this.conditionHolds(condition, resource)
    );
  }

  private evaluate(value: unknown, where: DeployedResource): unknown {
    this.depth += 1;
    try {
      if (this.depth > MAX_DEPTH) throw unresolved(where, `values nested more than ${MAX_DEPTH} deep`);
      return this.evaluateNext(value, where);
    } finally {
      this.depth -= 1;
    }
  }

  private evaluateNext(value: unknown, where: DeployedResource): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.evaluate(item, where)).filter((item) => item !== NO_VALUE);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? [];
    if (entries.length === 1 && name !== undefined && isIntrinsic(name))
      return this.intrinsic(name, argument, where);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, this.evaluate(item, where)]).filter(([, item]) => item !== NO_VALUE),
    );
  }

  private intrinsic(name: string, argument: unknown, where: DeployedResource): unknown {
    const evaluate = own(FUNCTIONS, name);
    if (evaluate === undefined) throw unresolved(where, name);
    return evaluate({
      argument,
      where,
      evaluate: (item) => this.evaluate(item, where),
      text: (item) => String(this.evaluate(item, where)),
      ref: (id) => this.ref(id, where),
      attribute: (id, attribute) => this.attribute(this.resource(id, where), attribute, where),
      condition: (condition) => this.conditionHolds(condition, where),
      mapping: (map, top, second) => this.stack(where).template.Mappings?.[map]?.[top]?.[second],
      output: (stackName, output) => this.output(stackName, output, where),
      exported: (exportName) => this.exported(exportName, where),
    });
  }

  private ref(id: string, where: DeployedResource): unknown {
    const pseudo = own(PSEUDO_PARAMETERS, id)?.(where.stackName);
    if (pseudo !== undefined) return pseudo;
    const parameter = own(this.stack(where).template.Parameters, id);
    if (parameter !== undefined) return this.given(id, where) ?? parameterValue(id, parameter, where);
    return this.identity(this.resource(id, where), where).ref;
  }

  /** What the stack around a nested one gives for its parameter. */
  private given(parameter: string, where: DeployedResource): unknown {
    const { nestedIn } = this.stack(where);
    if (nestedIn === undefined) return undefined;
    const nested = this.resource(nestedIn.logicalId, { ...where, stackName: nestedIn.stackName });
    const parameters = nested.properties['Parameters'] as Readonly<Record<string, unknown>> | undefined;
    return this.once(`parameter ${parameter}`, where, () =>
      this.evaluate(own(parameters, parameter), nested),
    );
  }

  private attribute(resource: DeployedResource, attribute: string, where: DeployedResource): unknown {
    const nested = this.stacks.find(
      ({ nestedIn }) =>
        nestedIn?.stackName === resource.stackName && nestedIn.logicalId === resource.logicalId,
    );
    if (nested !== undefined && attribute.startsWith('Outputs.'))
      return this.output(nested.name, attribute.slice('Outputs.'.length), where);
    const value = own(this.identity(resource, where).attributes, attribute);
    if (value === undefined) throw unresolved(where, `Fn::GetAtt ${resource.logicalId}.${attribute}`);
    return value;
  }

  private identity(resource: DeployedResource, where: DeployedResource) {
    const identify = own(IDENTITIES, resource.type);
    if (identify === undefined)
      throw unresolved(where, `a reference to ${resource.logicalId} (${resource.type})`);
    return this.once(`a reference to ${resource.logicalId}`, where, () =>
      identify(resource, (property) => {
        const name = this.resolve(resource.properties[property], resource);
        return name === undefined ? undefined : String(name);
      }),
    );
  }

  private resource(id: string, where: DeployedResource): DeployedResource {
    const found = own(this.stack(where).template.Resources, id);
    if (found === undefined) throw unresolved(where, `a reference to ${id}`);
    return {
      stackName: where.stackName,
      logicalId: id,
      type: found.Type,
      properties: found.Properties ?? {},
    };
  }

  private stack(where: DeployedResource): AssemblyStack {
    const stack = this.stacks.find(({ name }) => name === where.stackName);
    if (stack === undefined) throw unresolved(where, `stack ${where.stackName}`);
    return stack;
  }

  private output(stackName: string, output: string, where: DeployedResource): unknown {
    const value = this.stacks.find(({ name }) => name === stackName)?.template.Outputs?.[output];
    if (value === undefined) throw unresolved(where, `output ${stackName}.${output}`);
    return this.once(`output ${stackName}.${output}`, where, () =>
      this.evaluate(value.Value, { ...where, stackName }),
    );
  }

  private exported(exportName: string, where: DeployedResource): unknown {
    for (const { name, template } of this.stacks) {
      for (const [id, output] of Object.entries(template.Outputs ?? {})) {
        const inStack = { ...where, stackName: name };
        if (output.Export && this.evaluate(output.Export.Name, inStack) === exportName)
          return this.output(name, id, where);
      }
    }
    throw unresolved(where, `Fn::ImportValue ${exportName}`);
  }

  private once<T>(what: string, where: DeployedResource, evaluate: () => T): T {
    const key = `${where.stackName}: ${what}`;
    if (this.underWay.has(key)) throw unresolved(where, `${what}, which leads back to itself`);
    this.underWay.add(key);
    try {
      return evaluate();
    } finally {
      this.underWay.delete(key);
    }
  }
}

/**
 * What a parameter is at deployment if nobody says otherwise.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
function parameterValue(
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

/** What an intrinsic function may ask for. */
interface Call {
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

/** A record's own value: no template can reach what every object has. */
const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const FUNCTIONS: Readonly<Record<string, (call: Call) => unknown>> = {
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
    if (selected === undefined)
      throw unresolved(where, `Fn::Select ${text(index)}, which is not in the list`);
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
    if (value === undefined) throw unresolved(where, `Fn::FindInMap ${map}.${top}.${second}`);
    return value;
  },
  'Fn::ImportValue': ({ argument, text, exported }) => exported(text(argument)),
  'Fn::GetStackOutput': ({ argument, text, output }) => {
    const { StackName, OutputName } = argument as Record<string, unknown>;
    return output(text(StackName), text(OutputName));
  },
};

/** `${Name}` is a reference, `${Name.Attribute}` an attribute, `${!Name}` the text itself. */
function substitute({ argument, text, ref, attribute }: Call): string {
  const [template, variables] =
    typeof argument === 'string' ? [argument, {}] : (list(argument) as [string, Record<string, unknown>]);
  return template.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in variables) return text(variables[name]);
    const [id, ...path] = name.split('.');
    return String(path.length > 0 ? attribute(String(id), path.join('.')) : ref(name));
  });
}

const PSEUDO_PARAMETERS: Readonly<Record<string, (stackName: string) => unknown>> = {
  'AWS::AccountId': () => ACCOUNT_ID,
  'AWS::NoValue': () => NO_VALUE,
  'AWS::NotificationARNs': () => [],
  'AWS::Partition': () => 'aws',
  'AWS::Region': () => REGION,
  'AWS::StackId': (stackName) =>
    `arn:aws:cloudformation:${REGION}:${ACCOUNT_ID}:stack/${stackName}/rehearsal`,
  'AWS::StackName': (stackName) => stackName,
  'AWS::URLSuffix': () => 'amazonaws.com',
};

const isIntrinsic = (name: string): boolean =>
  name === 'Ref' || name === 'Condition' || name.startsWith('Fn::');

const unresolved = (where: DeployedResource, what: string): RehearsalError =>
  new RehearsalError(
    'UNRESOLVED_INTRINSIC',
    `${where.stackName}/${where.logicalId}: the rehearsal can't evaluate ${what}; use a value that is known at synth`,
  );

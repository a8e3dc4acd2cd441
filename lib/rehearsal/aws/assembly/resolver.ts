import { RehearsalError } from '../../kernel/errors';
import type { AssemblyStack } from './assembly';
import { CROSS_REGION_READER, crossRegionExport } from './cross-region-exports';
import { type DeployedResource, resourceName } from './deployed-resource';
import { INTRINSIC_FUNCTIONS, type IntrinsicCall, isIntrinsic } from './intrinsic-functions';
import { ownProperty } from './own-property';
import {
  NO_VALUE,
  type ParameterSources,
  type ParameterValues,
  PSEUDO_PARAMETERS,
  parameterValue,
  systemsManagerValue,
} from './parameters';
import { IDENTITIES } from './physical-ids';
import type { Parameter } from './template';
import { unresolved } from './unresolved';

/** Deeper than any template that somebody wrote or a tool made; far from where the stack of calls ends. */
const MAX_DEPTH = 500;

const SSM_PARAMETER = 'AWS::SSM::Parameter';

/** What came of following a value. */
interface Trace {
  /** Names of resources. */
  readonly references: ReadonlySet<string>;
  readonly resolved?: unknown;
}

/**
 * Evaluates the intrinsic functions of an assembly, each in the words of the CloudFormation reference.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export class Resolver {
  /** What is being evaluated right now: whatever leads back to it has no value. */
  private readonly underWay = new Set<string>();
  private depth = 0;
  /** The resources that were asked for while a value is traced. */
  private traced?: Set<string>;

  constructor(
    private readonly stacks: readonly AssemblyStack[],
    private readonly given: ParameterValues = {},
  ) {}

  /**
   * The value with every intrinsic function evaluated.
   * @throws RehearsalError UNRESOLVED_INTRINSIC naming `where`, the resource that holds the value
   */
  resolve(value: unknown, where: DeployedResource): unknown {
    const resolved = this.evaluate(value, where);
    return resolved === NO_VALUE ? undefined : resolved;
  }

  /**
   * Which resources a value refers to, by name, and the value itself, which is undefined where it can't be evaluated; then
   * some of the resources may be missing.
   */
  trace(value: unknown, where: DeployedResource): Trace {
    const references = new Set<string>();
    this.traced = references;
    try {
      return { references, resolved: this.resolve(value, where) };
    } catch (error) {
      if (!(error instanceof RehearsalError)) {
        throw error;
      }
      return { references };
    } finally {
      this.traced = undefined;
    }
  }

  /** What other resources may call this one: `Ref` and every attribute, where the rehearsal knows them. */
  namesOf(resource: DeployedResource): readonly string[] {
    if (ownProperty(IDENTITIES, resource.type) === undefined) {
      return [];
    }
    try {
      const { ref, attributes } = this.identity(resource, resource);
      return [ref, ...Object.values(attributes)];
    } catch (error) {
      if (!(error instanceof RehearsalError)) {
        throw error;
      }
      return [];
    }
  }

  /** Whether the resource exists at all, by its `Condition`. */
  conditionHolds(condition: string | undefined, where: DeployedResource): boolean {
    if (condition === undefined) {
      return true;
    }
    const expression = ownProperty(this.stack(where).template.Conditions, condition);
    if (expression === undefined) {
      throw unresolved(where, `condition ${condition}`);
    }
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
      if (this.depth > MAX_DEPTH) {
        throw unresolved(where, `values nested more than ${MAX_DEPTH} deep`);
      }
      return this.evaluateNext(value, where);
    } finally {
      this.depth -= 1;
    }
  }

  private evaluateNext(value: unknown, where: DeployedResource): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.evaluate(item, where)).filter((item) => item !== NO_VALUE);
    }
    if (typeof value === 'string') {
      return this.withDynamicReferences(value, where);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? [];
    if (entries.length === 1 && name !== undefined && isIntrinsic(name)) {
      return this.intrinsic(name, argument, where);
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, this.evaluate(item, where)]).filter(([, item]) => item !== NO_VALUE),
    );
  }

  private intrinsic(name: string, argument: unknown, where: DeployedResource): unknown {
    const evaluate = ownProperty(INTRINSIC_FUNCTIONS, name);
    if (evaluate === undefined) {
      throw unresolved(where, name);
    }
    try {
      const value = evaluate(this.call(argument, where));
      return typeof value === 'string' ? this.withDynamicReferences(value, where) : value;
    } catch (error) {
      if (error instanceof RehearsalError) {
        throw error;
      }
      // An argument of another shape than the function takes.
      throw unresolved(where, `${name} of ${JSON.stringify(argument)}`);
    }
  }

  private call(argument: unknown, where: DeployedResource): IntrinsicCall {
    return {
      argument,
      where,
      evaluate: (item) => this.evaluate(item, where),
      text: (item) => String(this.evaluate(item, where)),
      ref: (id) => this.ref(id, where),
      attribute: (id, attribute) => this.attribute(this.resource(id, where), attribute, where),
      condition: (condition) => this.conditionHolds(condition, where),
      mapping: (map, top, second) =>
        ownProperty(ownProperty(ownProperty(this.stack(where).template.Mappings, map), top), second),
      output: (stackName, output) => this.output(stackName, output, where),
      exported: (exportName) => this.exported(exportName, where),
    };
  }

  private ref(id: string, where: DeployedResource): unknown {
    const pseudo = ownProperty(PSEUDO_PARAMETERS, id)?.(this.stack(where));
    if (pseudo !== undefined) {
      return pseudo;
    }
    const parameter = ownProperty(this.stack(where).template.Parameters, id);
    if (parameter !== undefined) {
      const fromAbove = this.fromStackAround(id, where);
      return fromAbove === undefined
        ? parameterValue(id, parameter, where, this.parameterSources(where))
        : parameterValue(id, { ...parameter, ...fromAbove }, where, {
            ...this.parameterSources(where),
            given: {},
          });
    }
    return this.identity(this.resource(id, where), where).ref;
  }

  /** What the stack around a nested one gives for its parameter, which stands for the default. */
  private fromStackAround(
    parameter: string,
    where: DeployedResource,
  ): Pick<Parameter, 'Default'> | undefined {
    const { nestedIn } = this.stack(where);
    if (nestedIn === undefined) {
      return undefined;
    }
    const nested = this.resource(nestedIn.logicalId, { ...where, stackName: nestedIn.stackName });
    const parameters = nested.properties['Parameters'] as Readonly<Record<string, unknown>> | undefined;
    const value = this.once(`parameter ${parameter}`, where, () =>
      this.resolve(ownProperty(parameters, parameter), nested),
    );
    return value === undefined ? undefined : { Default: value };
  }

  /**
   * A text with what Systems Manager keeps in place of references to it. References to secrets stay as they are.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html
   */
  private withDynamicReferences(text: string, where: DeployedResource): string {
    if (!text.includes('{{resolve:ssm:')) {
      return text;
    }
    return text.replaceAll(/\{\{resolve:ssm:([^:}]+)(?::\d+)?\}\}/g, (_, name: string) =>
      String(systemsManagerValue(name, where, this.parameterSources(where))),
    );
  }

  private parameterSources(where: DeployedResource): ParameterSources {
    return { given: this.given, ofSystemsManager: (name) => this.keptBySystemsManager(name, where) };
  }

  /** The value of a parameter that the assembly makes in the same Region. */
  private keptBySystemsManager(name: string, where: DeployedResource): unknown {
    const { region } = this.stack(where);
    for (const stack of this.stacks.filter((one) => one.region === region)) {
      for (const [logicalId, { Type, Properties = {} }] of Object.entries(stack.template.Resources ?? {})) {
        const resource = { stackName: stack.name, logicalId, type: Type, properties: Properties };
        if (Type === SSM_PARAMETER && this.resolve(Properties['Name'], resource) === name) {
          return this.once(`the parameter ${name}`, where, () => this.resolve(Properties['Value'], resource));
        }
      }
    }
    return undefined;
  }

  private attribute(resource: DeployedResource, attribute: string, where: DeployedResource): unknown {
    const nested = this.stacks.find(
      ({ nestedIn }) =>
        nestedIn?.stackName === resource.stackName && nestedIn.logicalId === resource.logicalId,
    );
    if (nested !== undefined && attribute.startsWith('Outputs.')) {
      return this.output(nested.name, attribute.slice('Outputs.'.length), where);
    }
    if (resource.type === CROSS_REGION_READER) {
      return this.fromOtherRegion(attribute, where);
    }
    const value = ownProperty(this.identity(resource, where).attributes, attribute);
    if (value === undefined) {
      throw unresolved(where, `Fn::GetAtt ${resource.logicalId}.${attribute}`);
    }
    return value;
  }

  private identity(resource: DeployedResource, where: DeployedResource) {
    const identify = ownProperty(IDENTITIES, resource.type);
    if (identify === undefined) {
      throw unresolved(where, `a reference to ${resource.logicalId} (${resource.type})`);
    }
    return this.once(`a reference to ${resource.logicalId}`, where, () =>
      identify(resource, {
        region: this.stack(resource).region,
        nameOf: (property) => {
          const name = this.resolve(resource.properties[property], resource);
          return name === undefined ? undefined : String(name);
        },
      }),
    );
  }

  private resource(id: string, where: DeployedResource): DeployedResource {
    const found = ownProperty(this.stack(where).template.Resources, id);
    if (found === undefined) {
      throw unresolved(where, `a reference to ${id}`);
    }
    const { stackName } = where;
    const resource = { stackName, logicalId: id, type: found.Type, properties: found.Properties ?? {} };
    this.traced?.add(resourceName(resource));
    return resource;
  }

  private stack(where: DeployedResource): AssemblyStack {
    const stack = this.stacks.find(({ name }) => name === where.stackName);
    if (stack === undefined) {
      throw unresolved(where, `stack ${where.stackName}`);
    }
    return stack;
  }

  private output(stackName: string, output: string, where: DeployedResource): unknown {
    const value = ownProperty(this.stacks.find(({ name }) => name === stackName)?.template.Outputs, output);
    if (value === undefined) {
      throw unresolved(where, `output ${stackName}.${output}`);
    }
    return this.once(`output ${stackName}.${output}`, where, () =>
      this.evaluate(value.Value, { ...where, stackName }),
    );
  }

  private exported(exportName: string, where: DeployedResource): unknown {
    for (const { name, template } of this.stacks) {
      for (const [id, output] of Object.entries(template.Outputs ?? {})) {
        const inStack = { ...where, stackName: name };
        if (output.Export && this.evaluate(output.Export.Name, inStack) === exportName) {
          return this.output(name, id, where);
        }
      }
    }
    throw unresolved(where, `Fn::ImportValue ${exportName}`);
  }

  private fromOtherRegion(exportName: string, where: DeployedResource): unknown {
    const found = crossRegionExport(this.stacks, exportName);
    if (found === undefined) {
      throw unresolved(where, `the cross-region export ${exportName}`);
    }
    return this.once(`cross-region export ${exportName}`, where, () =>
      this.evaluate(found.value, { ...where, stackName: found.stackName }),
    );
  }

  private once<T>(what: string, where: DeployedResource, evaluate: () => T): T {
    const key = `${where.stackName}: ${what}`;
    if (this.underWay.has(key)) {
      throw unresolved(where, `${what}, which leads back to itself`);
    }
    this.underWay.add(key);
    try {
      return evaluate();
    } finally {
      this.underWay.delete(key);
    }
  }
}

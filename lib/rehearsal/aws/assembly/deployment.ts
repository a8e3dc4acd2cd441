import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { RehearsalError } from '../../kernel/errors';
import type { AssemblyStack } from './assembly';
import { type PropertyCoverage, splitByCoverage } from './coverage';
import { type DeployedResource, resourceName } from './deployed-resource';
import { Mentions } from './mentions';
import { NESTED_STACK, withNestedStacks } from './nested-stacks';
import type { ParameterValues } from './parameters';
import { Resolver } from './resolver';
import type { ResourceModel } from './resource-model';

/** A modelled resource with its properties resolved and typed. */
export interface ModelledResource<P> {
  /** `stack/logicalId`, for reports. */
  readonly name: string;
  readonly logicalId: string;
  /** What `Ref` yields. */
  readonly ref: string;
  readonly properties: P;
  /** What `Fn::GetAtt` yields. @throws RehearsalError for an attribute the rehearsal does not know */
  readonly attribute: (name: string) => string;
}

/** What was looked at in a resource. */
export interface ResourceCoverage extends PropertyCoverage {
  readonly name: string;
  readonly type: string;
}

/** What else a deployment depends on. */
export interface DeploymentOptions {
  /** Names of resources that emulators do not get to see. @default - none */
  readonly unseen?: ReadonlySet<string>;
  /** Values of parameters, which stand for their defaults. @default - none */
  readonly parameters?: ParameterValues;
}

/** A synthesized assembly as if it had been deployed: the only thing that emulators read. */
export class Deployment {
  private readonly resolver: Resolver;
  /** Everything that its conditions do not leave out, in template order. */
  readonly resources: readonly DeployedResource[];
  private readonly coverageByName = new Map<string, ResourceCoverage>();
  /** Several emulators look at the same resources, and to resolve and parse them takes longer than to play minutes. */
  private readonly read = new Map<ResourceModel, readonly ModelledResource<unknown>[]>();

  /** Those of the assembly, each followed by the stacks that are nested in it. */
  readonly stacks: readonly AssemblyStack[];

  private readonly unseen: ReadonlySet<string>;

  constructor(stacks: readonly AssemblyStack[], { unseen = new Set(), parameters }: DeploymentOptions = {}) {
    this.unseen = unseen;
    this.stacks = withNestedStacks(stacks);
    this.resolver = new Resolver(this.stacks, parameters);
    this.resources = this.stacks.flatMap((stack) => this.existing(stack));
  }

  /** What has been read so far, per resource. */
  get coverage(): readonly ResourceCoverage[] {
    return [...this.coverageByName.values()];
  }

  /** How many resources of a type there are. */
  count(type: string): number {
    return this.resources.filter((resource) => resource.type === type).length;
  }

  /** Resources that no emulator has read so far. */
  get unread(): readonly DeployedResource[] {
    return this.resources.filter(
      (resource) => !this.coverageByName.has(resourceName(resource)) && resource.type !== NESTED_STACK,
    );
  }

  /** Whether emulators get to see the resource of this name. */
  shows(name: string): boolean {
    return !this.unseen.has(name);
  }

  /** Finds the resources that a value mentions, among those that are given. */
  mentionsOf(resources: readonly DeployedResource[]): Mentions {
    return new Mentions(this.resolver, resources);
  }

  /**
   * Every resource of a model's type that emulators get to see, in template order.
   * @throws RehearsalError UNSUPPORTED_PROPERTY when a resource sets something the model does not know
   */
  all<S extends z.ZodType>(model: ResourceModel<S>): readonly ModelledResource<z.output<S>>[] {
    const known = this.read.get(model);
    if (known !== undefined) {
      return known as readonly ModelledResource<z.output<S>>[];
    }
    const found = this.resources
      .filter((resource) => resource.type === model.type && this.shows(resourceName(resource)))
      .map((resource) => this.modelled(resource, model));
    this.read.set(model, found);
    return found;
  }

  /** A value of a resource, resolved. @throws RehearsalError UNRESOLVED_INTRINSIC */
  resolve(value: unknown, where: DeployedResource): unknown {
    return this.resolver.resolve(value, where);
  }

  /**
   * Folder or file of an asset, by its S3 object key.
   * @throws RehearsalError ASSET_NOT_FOUND when no stack has it, or its files are gone
   */
  assetPath(objectKey: string): string {
    const path = this.stacks
      .map(({ assetPaths }) => assetPaths.get(objectKey))
      .find((found) => found !== undefined);
    if (path === undefined || !existsSync(path)) {
      throw new RehearsalError(
        'ASSET_NOT_FOUND',
        `the assembly lacks an asset, got ${objectKey}; run cdk synth again`,
      );
    }
    return path;
  }

  /** Values of the outputs of every stack whose names contain a text. @throws RehearsalError for an unknown intrinsic */
  outputs(text: string): readonly string[] {
    return this.stacks.flatMap(({ name: stackName, template }) =>
      Object.entries(template.Outputs ?? {})
        .filter(([logicalId]) => logicalId.includes(text))
        .map(([logicalId, { Value }]) =>
          String(this.resolver.resolve(Value, { stackName, logicalId, type: 'Output', properties: {} })),
        ),
    );
  }

  /** Template metadata under a key, from the first stack that has the key; undefined when none does. */
  metadata(key: string): { readonly stackName: string; readonly value: unknown } | undefined {
    const stack = this.stacks.find(({ template }) => template.Metadata?.[key] !== undefined);
    return stack && { stackName: stack.name, value: stack.template.Metadata?.[key] };
  }

  private existing({ name, template, nestedIn }: AssemblyStack): readonly DeployedResource[] {
    if (nestedIn !== undefined && !this.resolver.exists(nestedIn)) {
      return [];
    }
    return Object.entries(template.Resources ?? {})
      .map(([logicalId, { Type, Properties, Condition }]) => ({
        resource: { stackName: name, logicalId, type: Type, properties: Properties ?? {} },
        condition: Condition,
      }))
      .filter(({ resource, condition }) => this.resolver.conditionHolds(condition, resource))
      .map(({ resource }) => resource);
  }

  private modelled<S extends z.ZodType>(
    resource: DeployedResource,
    model: ResourceModel<S>,
  ): ModelledResource<z.output<S>> {
    const name = resourceName(resource);
    const { kept, coverage } = splitByCoverage(resource.properties, model.properties);
    if (coverage.unsupported.length > 0) {
      throw unsupported(name, model.type, coverage.unsupported);
    }
    this.coverageByName.set(name, { name, type: model.type, ...coverage });
    const parsed = model.properties.safeParse(this.resolver.resolve(kept, resource));
    if (!parsed.success) {
      throw unexpected(name, model.type, parsed.error);
    }
    const resolve = (intrinsic: unknown) => String(this.resolver.resolve(intrinsic, resource));
    let ref: string | undefined;
    return {
      name,
      logicalId: resource.logicalId,
      properties: parsed.data,
      get ref() {
        ref ??= resolve({ Ref: resource.logicalId });
        return ref;
      },
      attribute: (attribute) => resolve({ 'Fn::GetAtt': [resource.logicalId, attribute] }),
    };
  }
}

const unsupported = (name: string, type: string, paths: readonly string[]): RehearsalError =>
  new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${name} (${type}): the rehearsal does not model ${paths.join(', ')}; remove it or rehearse without this resource`,
  );

function unexpected(name: string, type: string, error: z.ZodError): RehearsalError {
  const issues = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return new RehearsalError('UNSUPPORTED_PROPERTY', `${name} (${type}): the rehearsal can't read ${issues}`, {
    cause: error,
  });
}

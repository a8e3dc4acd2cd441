import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  AssetManifestArtifact,
  CloudAssembly,
  type CloudFormationStackArtifact,
} from '@aws-cdk/cloud-assembly-api';
import { RehearsalError } from '../errors';

/** One stack of a synthesized cloud assembly. */
export interface AssemblyStack {
  readonly name: string;
  readonly template: Template;
  /** Folder or file of each file asset, by S3 object key. */
  readonly assetPaths: ReadonlyMap<string, string>;
}

/** The parts of a CloudFormation template that a rehearsal reads. */
export interface Template {
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
  readonly Parameters?: Readonly<Record<string, Parameter>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A parameter of a template. */
export interface Parameter {
  /** @default 'String' */
  readonly Type?: string;
  readonly Default?: unknown;
}

/** A resource of a template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/**
 * Reads a cloud assembly (`cdk.out`) with AWS's own loader.
 *
 * @throws RehearsalError ASSEMBLY_NOT_FOUND when the folder holds no assembly
 */
export function readAssembly(directory: string): readonly AssemblyStack[] {
  if (!existsSync(join(directory, 'manifest.json'))) {
    throw new RehearsalError(
      'ASSEMBLY_NOT_FOUND',
      `--app: no cloud assembly there, got ${resolve(directory)}; pass a folder that cdk synth wrote, such as cdk.out`,
    );
  }
  return new CloudAssembly(resolve(directory)).stacksRecursively.map(readStack);
}

const readStack = (artifact: CloudFormationStackArtifact): AssemblyStack => ({
  name: artifact.stackName,
  template: artifact.template,
  assetPaths: assetPaths(artifact),
});

function assetPaths(artifact: CloudFormationStackArtifact): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const manifest of artifact.dependencies.filter(AssetManifestArtifact.isAssetManifestArtifact)) {
    for (const file of Object.values(manifest.contents.files ?? {})) {
      if (file.source.path === undefined) continue;
      const path = join(artifact.assembly.directory, file.source.path);
      for (const destination of Object.values(file.destinations)) sources.set(destination.objectKey, path);
    }
  }
  return sources;
}

import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  AssetManifestArtifact,
  CloudAssembly,
  type CloudFormationStackArtifact,
} from '@aws-cdk/cloud-assembly-api';
import { RehearsalError } from '../../kernel/errors';
import { HOME_REGION } from '../../kernel/home-region';
import { insidePath, requireInside } from './require-inside';
import { parseTemplate, type Template } from './template';

/** One stack of a synthesized cloud assembly. */
export interface AssemblyStack {
  readonly name: string;
  /** Where it is deployed to, such as `us-east-1`. */
  readonly region: string;
  readonly template: Template;
  /** Folder or file of each file asset, by S3 object key. */
  readonly assetPaths: ReadonlyMap<string, string>;
  /** Where resources and outputs are in the app, by logical id. @default - the assembly does not tell */
  readonly constructPaths?: ReadonlyMap<string, string>;
  /** The resource that this stack is. @default - a stack of its own */
  readonly nestedIn?: { readonly stackName: string; readonly logicalId: string };
}

/**
 * Reads a cloud assembly (`cdk.out`) with AWS's own loader.
 *
 * @param assets the folder that its files lie in: of a stage, the assembly of its app. @default - its own
 * @throws RehearsalError ASSEMBLY_NOT_FOUND when the folder holds no assembly, OUTSIDE_ASSEMBLY when it names a file
 * outside of it
 * @throws RehearsalError INVALID_TEMPLATE when it can't be read, UNSUPPORTED_RESOURCE when two stacks have one name
 */
export function readAssembly(directory: string, assets = directory): readonly AssemblyStack[] {
  if (!existsSync(join(directory, 'manifest.json'))) {
    throw new RehearsalError(
      'ASSEMBLY_NOT_FOUND',
      `--app: no cloud assembly there, got ${resolve(directory)}; pass a folder that cdk synth wrote, such as cdk.out`,
    );
  }
  const root = resolve(assets);
  requireInside(root, resolve(directory));
  try {
    const stacks = new CloudAssembly(resolve(directory)).stacksRecursively.map((artifact) =>
      readStack(artifact, root),
    );
    requireNames(stacks);
    return stacks;
  } catch (error) {
    if (error instanceof RehearsalError) {
      throw error;
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new RehearsalError(
      'INVALID_TEMPLATE',
      `--app: the cloud assembly can't be read (${reason}), got ${resolve(directory)}; run cdk synth again`,
      { cause: error },
    );
  }
}

/** Stacks know each other by name, and so do reports. */
function requireNames(stacks: readonly AssemblyStack[]): void {
  const names = stacks.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) {
    return;
  }
  throw new RehearsalError(
    'UNSUPPORTED_RESOURCE',
    `--app: must have stacks of different names, got two called ${twice}; rehearse an assembly with one of them`,
  );
}

/** @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.ArtifactMetadataEntryType.html */
const LOGICAL_ID = 'aws:cdk:logicalId';

const readStack = (artifact: CloudFormationStackArtifact, root: string): AssemblyStack => ({
  name: artifact.stackName,
  // A stack without an environment says "unknown-region": it goes to the Region of the shell that deploys it.
  // Where stacks go that name no region.
  region: /^unknown-/.test(artifact.environment.region) ? HOME_REGION : artifact.environment.region,
  template: parseTemplate(artifact.stackName, artifact.template),
  assetPaths: assetPaths(artifact, root),
  constructPaths: new Map(
    artifact
      .findMetadataByType(LOGICAL_ID)
      .map(({ path, data }) => [String(data), path.replace(/^\//, '')] as const),
  ),
});

function assetPaths(artifact: CloudFormationStackArtifact, root: string): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const manifest of artifact.dependencies.filter(AssetManifestArtifact.isAssetManifestArtifact)) {
    for (const [id, { source, destinations }] of Object.entries(manifest.contents.files ?? {})) {
      if (source.path === undefined) {
        continue;
      }
      const path = insidePath({
        root,
        name: `${relative(root, manifest.file)}: files.${id}.source.path`,
        written: source.path,
        directory: artifact.assembly.directory,
      });
      for (const { objectKey } of Object.values(destinations)) {
        sources.set(objectKey, path);
      }
    }
  }
  return sources;
}

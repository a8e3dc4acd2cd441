import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { RehearsalError } from '../../kernel/errors';
import { liesIn } from './lies-in';

const MANIFEST_FILE = 'manifest.json';

/** Every property of a manifest that names a file or folder which AWS's loader reads. */
const MANIFEST = z.looseObject({
  artifacts: z
    .record(
      z.string(),
      z.looseObject({
        additionalMetadataFile: z.string().optional(),
        properties: z
          .looseObject({
            directoryName: z.string().optional(),
            file: z.string().optional(),
            templateFile: z.string().optional(),
          })
          .optional(),
      }),
    )
    .default({}),
});

/** A path that an assembly names. */
export interface NamedPath {
  /** The assembly's own folder: stages have theirs in it, and assets in common. */
  readonly root: string;
  /** Where the path is written, such as `Shop.assets.json: files.abc.source.path`. */
  readonly name: string;
  /** As it is written. */
  readonly written: string;
  /** Relative to which it is written. */
  readonly directory: string;
}

/**
 * A path of an assembly, in full.
 * @throws RehearsalError OUTSIDE_ASSEMBLY when it, or what it links to, lies outside of the assembly
 */
export function insidePath({ root, name, written, directory }: NamedPath): string {
  const path = resolve(directory, written);
  // AWS's loader takes most paths as relative, whatever they begin with.
  if ([path, join(directory, written)].every((candidate) => liesIn(root, candidate))) {
    return path;
  }
  throw new RehearsalError(
    'OUTSIDE_ASSEMBLY',
    `${name}: must lie in the assembly, got ${written}; a rehearsal reads nothing else: let cdk synth copy its assets (no --no-staging)`,
  );
}

/**
 * Looks at where an assembly's manifests lead before anything there is read. What is no manifest is left to AWS's loader.
 * @throws RehearsalError OUTSIDE_ASSEMBLY
 */
export function requireInside(root: string, directory = root, seen: ReadonlySet<string> = new Set()): void {
  const manifest = insidePath({ root, name: root, written: MANIFEST_FILE, directory });
  if (seen.has(manifest) || !existsSync(manifest)) {
    return;
  }
  const where = relative(root, manifest);
  for (const [id, artifact] of Object.entries(artifactsOf(manifest))) {
    const { additionalMetadataFile, properties = {} } = artifact;
    const { directoryName, file, templateFile } = properties;
    for (const [key, written] of Object.entries({
      additionalMetadataFile,
      'properties.directoryName': directoryName,
      'properties.file': file,
      'properties.templateFile': templateFile,
    })) {
      if (written !== undefined) {
        insidePath({ root, name: `${where}: artifacts.${id}.${key}`, written, directory });
      }
    }
    if (directoryName !== undefined) {
      requireInside(root, join(directory, directoryName), new Set([...seen, manifest]));
    }
  }
}

function artifactsOf(manifest: string): z.output<typeof MANIFEST>['artifacts'] {
  try {
    return MANIFEST.parse(JSON.parse(readFileSync(manifest, 'utf8'))).artifacts;
  } catch {
    return {};
  }
}

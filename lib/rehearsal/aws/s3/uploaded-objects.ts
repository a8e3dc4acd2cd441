import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RehearsalError } from '../../kernel/errors';
import type { Deployment, ModelledResource } from '../assembly/deployment';
import { liesIn } from '../assembly/lies-in';
import type { BUCKET_DEPLOYMENT } from './resource';
import type { StoredObject } from './stored-object';

type Upload = ModelledResource<(typeof BUCKET_DEPLOYMENT)['properties']['_output']>;

/**
 * What the CDK's upload puts into its bucket, by key, in the order of the sources.
 * @throws RehearsalError UNSUPPORTED_PROPERTY for a source that is no folder, OUTSIDE_ASSEMBLY for one with a link out
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_deployment-readme.html
 */
export function uploadedObjects(
  { name, properties }: Upload,
  deployment: Deployment,
): readonly (readonly [key: string, object: StoredObject])[] {
  const { SourceObjectKeys, SourceMarkers, SourceMarkersConfig } = properties;
  return SourceObjectKeys.flatMap((assetKey, index) => {
    const directory = deployment.assetPath(assetKey);
    if (!statSync(directory).isDirectory()) {
      throw onlyFolders(name, assetKey);
    }
    const escapes = SourceMarkersConfig[index]?.jsonEscape ?? false;
    const values = Object.entries(SourceMarkers[index] ?? {}).map(
      ([marker, value]) => [marker, escapes ? JSON.stringify(value).slice(1, -1) : value] as const,
    );
    return filesIn(directory).map(({ path, body }) => {
      const key = [properties.DestinationBucketKeyPrefix, path].filter(Boolean).join('/');
      const headers = { 'content-type': contentType(path), ...properties.SystemMetadata };
      return [key, { body: withValues(body, values), headers }] as const;
    });
  });
}

const onlyFolders = (name: string, assetKey: string): RehearsalError =>
  new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${name}.SourceObjectKeys: the rehearsal uploads folders only, got the file ${assetKey}; use an asset that is a folder`,
  );

const filesIn = (directory: string): readonly { readonly path: string; readonly body: Uint8Array }[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => ownFile(directory, join(entry.parentPath, entry.name)))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .sort()
    .map((file) => ({
      path: file.slice(directory.length + 1).replaceAll('\\', '/'),
      body: readFileSync(file),
    }));

function ownFile(directory: string, file: string): string {
  if (liesIn(directory, file)) {
    return file;
  }
  throw new RehearsalError(
    'OUTSIDE_ASSEMBLY',
    `${file}: must lie in the asset that is uploaded, got a link out of it; copy the file into it`,
  );
}

/** Values that are known at deployment only take the place of their markers. */
function withValues(body: Uint8Array, values: readonly (readonly [string, string])[]): Uint8Array {
  if (values.length === 0) {
    return body;
  }
  const text = Buffer.from(body).toString('utf8');
  return Buffer.from(
    values.reduce((filled, [marker, value]) => filled.replaceAll(marker, () => value), text),
  );
}

/** The upload guesses the type from the file's name, as `aws s3 sync` does. */
const contentType = (path: string): string =>
  CONTENT_TYPES[path.split('.').at(-1) ?? ''] ?? 'binary/octet-stream';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  ico: 'image/vnd.microsoft.icon',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webp: 'image/webp',
  xml: 'application/xml',
};

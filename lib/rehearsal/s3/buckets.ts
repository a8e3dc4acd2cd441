import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment } from '../assembly/deployment';
import { BUCKET, BUCKET_DEPLOYMENT, BUCKET_POLICY } from './resource';

/** An object as S3 keeps it. Header names in lower case. */
export interface StoredObject {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** The buckets of a stack and what deployments and functions put into them. */
export class Buckets {
  private readonly buckets = new Map<string, Map<string, StoredObject>>();
  private readonly readers = new Map<string, ReadonlySet<string>>();

  constructor(deployment: Deployment) {
    for (const { ref } of deployment.all(BUCKET)) this.buckets.set(ref, new Map());
    for (const { properties } of deployment.all(BUCKET_POLICY)) {
      this.readers.set(properties.Bucket, actionsOfCloudFront(properties.PolicyDocument.Statement));
    }
    for (const { properties } of deployment.all(BUCKET_DEPLOYMENT)) {
      for (const key of properties.SourceObjectKeys) {
        this.upload(assetFiles(deployment.assetPath(key)), properties);
      }
    }
  }

  /** The bucket that answers under this domain name, or undefined when none does. */
  byDomainName(domainName: string): string | undefined {
    return [...this.buckets.keys()].find(
      (name) => domainName === `${name}.s3.amazonaws.com` || domainName.startsWith(`${name}.s3.`),
    );
  }

  has(bucket: string): boolean {
    return this.buckets.has(bucket);
  }

  get(bucket: string, key: string): StoredObject | undefined {
    return this.buckets.get(bucket)?.get(key);
  }

  put(bucket: string, key: string, object: StoredObject): void {
    this.buckets.get(bucket)?.set(key, object);
  }

  delete(bucket: string, key: string): void {
    this.buckets.get(bucket)?.delete(key);
  }

  /**
   * Deletes every object of every bucket.
   * @returns puts back what was not written anew in the meantime
   */
  empty(): () => void {
    const deleted = [...this.buckets].map(([name, objects]) => ({ name, objects }));
    for (const { name } of deleted) this.buckets.set(name, new Map());
    return () => {
      for (const { name, objects } of deleted)
        this.buckets.set(name, new Map([...objects, ...(this.buckets.get(name) ?? [])]));
    };
  }

  /** Whether the bucket's policy lets CloudFront do this, such as `s3:GetObject`. */
  cloudFrontMay(bucket: string, action: string): boolean {
    return this.readers.get(bucket)?.has(action) ?? false;
  }

  private upload(
    files: readonly AssetFile[],
    to: {
      DestinationBucketName: string;
      DestinationBucketKeyPrefix: string;
      SystemMetadata: Record<string, string>;
    },
  ): void {
    for (const { path, body } of files) {
      const key = [to.DestinationBucketKeyPrefix, path].filter(Boolean).join('/');
      this.put(to.DestinationBucketName, key, {
        body,
        headers: { 'content-type': contentType(path), ...to.SystemMetadata },
      });
    }
  }
}

interface AssetFile {
  readonly path: string;
  readonly body: Uint8Array;
}

const assetFiles = (directory: string): readonly AssetFile[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: file.slice(directory.length + 1).replaceAll('\\', '/'),
      body: readFileSync(file),
    }));

const actionsOfCloudFront = (
  statements: readonly {
    Action: readonly string[];
    Effect: string;
    Principal: string | { Service?: readonly string[] };
  }[],
): ReadonlySet<string> =>
  new Set(
    statements
      .filter(({ Effect }) => Effect === 'Allow')
      .filter(
        ({ Principal }) =>
          typeof Principal !== 'string' && Principal.Service?.includes('cloudfront.amazonaws.com'),
      )
      .flatMap(({ Action }) => Action),
  );

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

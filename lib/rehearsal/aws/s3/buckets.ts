import type { Deployment } from '../assembly/deployment';
import { serviceMay } from '../iam/service-may';
import { BUCKET, BUCKET_DEPLOYMENT, BUCKET_POLICY } from './resource';
import type { StoredObject } from './stored-object';
import { uploadedObjects } from './uploaded-objects';

/** What CloudFront does with a bucket. */
type ReadAction = 's3:GetObject' | 's3:ListBucket';

/** The buckets of a stack and what deployments and functions put into them. */
export class Buckets {
  private readonly buckets = new Map<string, Map<string, StoredObject>>();
  private readonly allowed = new Map<string, ReadonlySet<ReadAction>>();

  /** @throws RehearsalError UNSUPPORTED_PROPERTY for uploads that are not modelled */
  constructor(deployment: Deployment) {
    for (const { ref } of deployment.all(BUCKET)) {
      this.buckets.set(ref, new Map());
    }
    for (const { properties } of deployment.all(BUCKET_POLICY)) {
      const statements = properties.PolicyDocument.Statement;
      const actions = READ_ACTIONS.filter((action) =>
        serviceMay(statements, 'cloudfront.amazonaws.com', action),
      );
      this.allowed.set(properties.Bucket, new Set(actions));
    }
    for (const upload of deployment.all(BUCKET_DEPLOYMENT)) {
      for (const [key, object] of uploadedObjects(upload, deployment)) {
        this.put(upload.properties.DestinationBucketName, key, object);
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
    for (const { name } of deleted) {
      this.buckets.set(name, new Map());
    }
    return () => {
      for (const { name, objects } of deleted) {
        this.buckets.set(name, new Map([...objects, ...(this.buckets.get(name) ?? [])]));
      }
    };
  }

  /** Whether the bucket's policy lets CloudFront do this. */
  cloudFrontMay(bucket: string, action: ReadAction): boolean {
    return this.allowed.get(bucket)?.has(action) ?? false;
  }
}

const READ_ACTIONS: readonly ReadAction[] = ['s3:GetObject', 's3:ListBucket'];

import type { Deployment } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { permissionsOf } from '../iam/permissions';
import { BUCKET, BUCKET_DEPLOYMENT } from './resource';
import type { StoredObject } from './stored-object';
import { uploadedObjects } from './uploaded-objects';

/** What CloudFront does with a bucket. */
type ReadAction = 's3:GetObject' | 's3:ListBucket';

/** What CloudFront asks a bucket for. */
interface Reading {
  readonly action: ReadAction;
  readonly key: string;
  /** ARN of the distribution for which it asks. @default - not known */
  readonly distribution?: string;
}

/** The buckets of a stack and what deployments and functions put into them. */
export class Buckets {
  private readonly buckets = new Map<string, Map<string, StoredObject>>();

  /** @throws RehearsalError UNSUPPORTED_PROPERTY for uploads that are not modelled */
  constructor(private readonly deployment: Deployment) {
    for (const { ref } of deployment.all(BUCKET)) {
      this.buckets.set(ref, new Map());
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
   * @returns puts back what was not overwritten in the meantime
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

  /**
   * Whether the bucket's policy lets CloudFront do this. What can't be told is let through.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
   */
  cloudFrontMay(bucket: string, { action, key, distribution }: Reading): boolean {
    const bucketArn = `arn:aws:s3:::${bucket}`;
    const decision = permissionsOf(this.deployment).decide(
      { kind: 'service', name: 'cloudfront.amazonaws.com' },
      {
        action,
        resource: action === 's3:ListBucket' ? bucketArn : `${bucketArn}/${key}`,
        context: {
          'aws:securetransport': 'true',
          'aws:sourceaccount': ACCOUNT_ID,
          'aws:sourcearn': distribution,
        },
      },
    );
    return decision.kind !== 'denied';
  }
}

import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, BucketEncryption, type LifecycleRule, ObjectOwnership } from 'aws-cdk-lib/aws-s3';

/** What all buckets have in common: private, encrypted, never over plain HTTP, and kept when the stack goes. */
export const BUCKET_DEFAULTS = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
} as const;

/** A slip in a page, a runbook or a review can be undone for so long; older versions tell nobody anything. */
const OLD_VERSIONS = Duration.days(90);
/** An upload that broke off is invisible, and billed. */
export const UNFINISHED_UPLOADS = Duration.days(1);

/**
 * Ends what nobody sees: versions that others have replaced, what is left of a deletion, uploads that broke off. It
 * says nothing of current objects, so those stay.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html
 */
const CLEAN_UP: LifecycleRule = {
  noncurrentVersionExpiration: OLD_VERSIONS,
  expiredObjectDeleteMarker: true,
  abortIncompleteMultipartUploadAfter: UNFINISHED_UPLOADS,
};

/** A bucket whose objects are written again and again: earlier versions are kept, for a while. */
export const VERSIONED_BUCKET = { ...BUCKET_DEFAULTS, versioned: true, lifecycleRules: [CLEAN_UP] };

import { z } from 'zod';
import { cfnBoolean, ignored, type ResourceModel } from '../assembly/resource-model';

const PROTECTION = 'protects stored data; no request of a rehearsal depends on it';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
export const BUCKET = {
  type: 'AWS::S3::Bucket',
  properties: z.object({
    AccessControl: ignored(PROTECTION),
    BucketEncryption: ignored(PROTECTION),
    BucketName: z.string().optional(),
    LifecycleConfiguration: ignored('works over days'),
    LoggingConfiguration: ignored('access logs only'),
    OwnershipControls: ignored(PROTECTION),
    PublicAccessBlockConfiguration: ignored('nobody but CloudFront asks the bucket in a rehearsal'),
    Tags: ignored('labels only'),
    VersioningConfiguration: ignored(PROTECTION),
  }),
} satisfies ResourceModel;

/**
 * The CDK's upload of files into a bucket, a custom resource.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_deployment-readme.html
 */
export const BUCKET_DEPLOYMENT = {
  type: 'Custom::CDKBucketDeployment',
  properties: z.object({
    DestinationBucketKeyPrefix: z.string().default(''),
    DestinationBucketName: z.string(),
    OutputObjectKeys: ignored('an output of the upload'),
    Prune: ignored('the bucket of a rehearsal starts empty'),
    RetainOnDelete: ignored('works when the stack is deleted'),
    ServiceToken: ignored('names the function that uploads; the rehearsal uploads by itself'),
    SourceBucketNames: ignored('the rehearsal reads assets from the assembly'),
    SourceMarkers: z.array(z.record(z.string(), z.string())).default([]),
    SourceMarkersConfig: z.array(z.object({ jsonEscape: cfnBoolean.default(false) })).default([]),
    SourceObjectKeys: z.array(z.string()),
    SystemMetadata: z.record(z.string(), z.string()).default({}),
    WaitForDistributionInvalidation: ignored('caches of a rehearsal start empty'),
  }),
} satisfies ResourceModel;

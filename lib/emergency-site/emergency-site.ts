import { Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  type IOrigin,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { EmergencyPageProps } from '../page/emergency-page-props';
import { VERSIONED_BUCKET } from '../private/bucket-defaults';
import { type Contents, textSources } from '../private/text-sources';
import { AccessLogsBucket } from './access-logs-bucket';
import { acknowledgeUploader } from './acknowledge-uploader';
import { emergencyDocuments, type StoreDocuments } from './documents';
import { frameAncestors } from './frame-ancestors';
import { isJsonWithoutExtension } from './json-without-extension';
import { NOBODY_READS, PERMISSIONS_POLICY, PUBLIC_FILES, siteSecurityHeaders } from './security-headers';
import { uploaderLog } from './uploader-log';

/** What the emergency site shows. */
export interface EmergencySiteProps {
  readonly page: EmergencyPageProps;
  /** Every name of the shop. */
  readonly shopNames: readonly string[];
  /** What the store keeps answering while it is closed, by path. @default - none */
  readonly documents?: StoreDocuments;
}

/**
 * Browsers ask again every time, so that nobody keeps the page under a product's URL after the outage; edge
 * locations keep it for a minute, so that a crowd does not reach the bucket.
 */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=60';

/** The private bucket with everything shoppers see while the store is down, and the cache behavior that serves it. */
export class EmergencySite extends Construct {
  readonly bucket: Bucket;
  /** What the page shows. */
  readonly page: EmergencyPageProps;
  /** The Content-Security-Policy that says who may show the page in a frame. */
  readonly frameAncestors: string;
  /** Where the store's documents are, from the distribution's root. */
  readonly documentPaths: readonly string[];
  readonly accessLogsBucket: AccessLogsBucket;
  /** For the emergency site's own URLs only: `noindex` on a product's URL would take the product out of search. */
  readonly responseHeadersPolicy: ResponseHeadersPolicy;
  private readonly originAccessControl: S3OriginAccessControl;

  constructor(scope: Construct, id: string, props: EmergencySiteProps) {
    super(scope, id);
    const { paymentProviderOrigins } = props.page;
    this.page = props.page;
    this.frameAncestors = frameAncestors({ shopNames: props.shopNames, paymentProviderOrigins });
    this.documentPaths = Object.keys(props.documents ?? {});
    this.accessLogsBucket = new AccessLogsBucket(this, 'AccessLogs');
    this.bucket = new Bucket(this, 'Bucket', VERSIONED_BUCKET);
    this.accessLogsBucket.collectAccessLogsOf(this.bucket);
    this.responseHeadersPolicy = new ResponseHeadersPolicy(this, 'ResponseHeaders', {
      corsBehavior: PUBLIC_FILES,
      securityHeadersBehavior: siteSecurityHeaders(this.frameAncestors),
      customHeadersBehavior: {
        customHeaders: [{ header: 'X-Robots-Tag', value: 'noindex', override: true }, PERMISSIONS_POLICY],
      },
      removeHeaders: NOBODY_READS,
    });
    this.originAccessControl = new S3OriginAccessControl(this, 'OriginAccessControl');
    this.upload(props);
  }

  /** A new origin that reads the bucket through origin access control. Pass the id when one distribution has several. */
  origin(originId?: string): IOrigin {
    return S3BucketOrigin.withOriginAccessControl(this.bucket, {
      originId,
      originAccessControl: this.originAccessControl,
      connectionAttempts: 2,
      connectionTimeout: Duration.seconds(3),
    });
  }

  /**
   * The cache behavior for `EMERGENCY_PATH_PATTERN`. It has no origin request policy: a forwarded `Host` header
   * makes S3 answer 403. It does cache: an uncached page would bring a whole shop's traffic to one S3 prefix.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html
   */
  behavior(): BehaviorOptions {
    return {
      origin: this.origin('emergency'),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: this.responseHeadersPolicy,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
    };
  }

  private upload({ page, documents }: EmergencySiteProps): void {
    const contents = Object.entries(emergencyDocuments(page, documents));
    const json = contents.filter(([key, content]) => isJsonWithoutExtension(key, content));
    const others = contents.filter((entry) => !json.includes(entry));
    acknowledgeUploader(this.deploy('Documents', Object.fromEntries(others)), this.bucket);
    if (json.length > 0) {
      this.deploy('JsonDocuments', Object.fromEntries(json), 'application/json');
    }
  }

  /** @param contentType For all of them. By default the upload guesses from each one's extension */
  private deploy(id: string, contents: Contents, contentType?: string): BucketDeployment {
    return new BucketDeployment(this, id, {
      destinationBucket: this.bucket,
      sources: textSources(contents),
      contentType,
      cacheControl: [CacheControl.fromString(CACHE_CONTROL)],
      // Pruning would delete what the deployment did not upload: the status file and mirrored paths of the store.
      prune: false,
      retainOnDelete: true,
      logGroup: uploaderLog(this),
    });
  }
}

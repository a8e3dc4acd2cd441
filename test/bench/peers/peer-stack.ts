import { Duration, Stack } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { IDistribution, IOrigin } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  ARecord,
  CfnHealthCheck,
  CfnRecordSet,
  type CfnRecordSetProps,
  HostedZone,
  RecordTarget,
} from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';

export const SHOP = 'shop.example.com';
export const ORIGIN = `origin.${SHOP}`;
export const STORE_ADDRESS = '192.0.2.10';
export const SORRY_PATTERN = '/sorry/*';
export const SORRY_PAGE = '/sorry/index.html';

/** The 60 s that Route 53 recommends for records with a health check. */
export const TTL = '60';

/** A name, and where it leads while the store fails. */
interface FailoverOptions {
  readonly name: string;
  /** @default - 30 s between requests, three failures */
  readonly check?: { readonly requestInterval: number; readonly failureThreshold: number };
  readonly secondary: Pick<CfnRecordSetProps, 'aliasTarget' | 'resourceRecords' | 'ttl'>;
}

/** The same shop for every peer: its zone, its certificate, and what they all need around them. */
export abstract class PeerStack extends Stack {
  protected readonly zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
    hostedZoneId: 'Z0123456789EXAMPLE',
    zoneName: 'example.com',
  });
  protected readonly certificate = new Certificate(this, 'Certificate', {
    domainName: SHOP,
    subjectAlternativeNames: [`*.${SHOP}`],
    validation: CertificateValidation.fromDns(this.zone),
  });

  constructor(scope: Construct, id: string) {
    super(scope, id, { env: { region: 'us-east-1' } });
  }

  /** A private bucket with a page that says sorry, as an origin. */
  protected sorrySite(): IOrigin {
    const bucket = new Bucket(this, 'SorrySite');
    new BucketDeployment(this, 'SorryPage', {
      destinationBucket: bucket,
      sources: [
        Source.data(SORRY_PAGE.slice(1), '<!doctype html><title>Sorry</title><p>We will be back soon.'),
      ],
    });
    return S3BucketOrigin.withOriginAccessControl(bucket);
  }

  /** Leads a name to the store. */
  protected leadToStore(recordName: string): void {
    new ARecord(this, 'Store', {
      zone: this.zone,
      recordName: `${recordName}.`,
      target: RecordTarget.fromIpAddresses(STORE_ADDRESS),
      ttl: Duration.seconds(Number(TTL)),
    });
  }

  /** Leads the shop's name to CloudFront. */
  protected leadShopTo(distribution: IDistribution): void {
    new ARecord(this, 'Shop', {
      zone: this.zone,
      recordName: `${SHOP}.`,
      target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
    });
  }
  /** Leads a name to the store while it is healthy, and elsewhere while it is not. */
  protected failOver({ name, check, secondary }: FailoverOptions): void {
    const { attrHealthCheckId: healthCheckId } = new CfnHealthCheck(this, 'HealthCheck', {
      healthCheckConfig: {
        type: 'HTTPS',
        ipAddress: STORE_ADDRESS,
        fullyQualifiedDomainName: name,
        port: 443,
        ...check,
      },
    });
    const both = { hostedZoneId: this.zone.hostedZoneId, name: `${name}.`, type: 'A' };
    new CfnRecordSet(this, 'Primary', {
      ...both,
      failover: 'PRIMARY',
      setIdentifier: 'primary',
      healthCheckId,
      resourceRecords: [STORE_ADDRESS],
      ttl: TTL,
    });
    new CfnRecordSet(this, 'Secondary', {
      ...both,
      failover: 'SECONDARY',
      setIdentifier: 'secondary',
      ...secondary,
    });
  }
}

import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  Distribution,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { acknowledgeDistribution, DISTRIBUTION_DEFAULTS } from '../distribution-defaults';
import type { EmergencySite } from '../emergency-site/emergency-site';
import { unavailableResponses } from '../emergency-site/error-responses';
import {
  EMERGENCY_PAGE_COPY_PATH,
  EMERGENCY_PATH_PATTERN,
  ROBOTS_PATH,
  SITEMAP_PATH,
} from '../emergency-site/paths';
import { SECURITY_HEADERS } from '../emergency-site/security-headers';
import { ViewerLogs } from '../emergency-site/viewer-logs';
import { shopNames } from '../shop-names';
import type { DnsTopology } from '../understudy-props';
import { EmergencyFunctions } from './emergency-functions';
import { FailoverRecords } from './failover-records';
import { DEFAULT_FAILOVER_TTL } from './failover-ttl';
import { aliasAnswers, recordAnswers } from './record-answers';

/** The store with a front door of its own. */
export interface DnsProps {
  readonly domainName: string;
  readonly topology: DnsTopology;
  readonly zone: IHostedZone;
  /** Covers every name of the shop. */
  readonly certificate: ICertificate;
  readonly emergencySite: EmergencySite;
  readonly storeHealthCheckId: string;
  /** Whether to make the shop's own records, which fail over. */
  readonly cutOver: boolean;
}

/**
 * Every error that CloudFront lets anyone replace. All of them mean the same here: S3 had no page to give. The page
 * that replaces them is a second copy, because CloudFront shows the bare error when the page itself is missing.
 */
const REPLACEABLE_STATUS_CODES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** The `dns` topology: the shop's names fail over to a distribution that answers every path with the page. */
export class Dns extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: DnsProps) {
    super(scope, id);
    const emergencyBehavior = props.emergencySite.behavior();
    this.distribution = new Distribution(this, 'Distribution', {
      ...DISTRIBUTION_DEFAULTS,
      comment: `Emergency site of ${props.domainName}`,
      domainNames: shopNames(props),
      certificate: props.certificate,
      defaultBehavior: this.everyPath(props.emergencySite, emergencyBehavior),
      additionalBehaviors: {
        [EMERGENCY_PATH_PATTERN]: emergencyBehavior,
        [ROBOTS_PATH]: emergencyBehavior,
        [SITEMAP_PATH]: emergencyBehavior,
      },
      errorResponses: unavailableResponses({
        statusCodes: REPLACEABLE_STATUS_CODES,
        pagePath: EMERGENCY_PAGE_COPY_PATH,
      }),
    });
    acknowledgeDistribution(this.distribution);
    new ViewerLogs(this, 'ViewerLogs', {
      distribution: this.distribution,
      bucket: props.emergencySite.accessLogsBucket,
    });
    if (props.cutOver) this.failOver(props);
  }

  /** All methods, because the function answers those that S3 can't. Not `noindex`: these are the shop's own URLs. */
  private everyPath({ page }: EmergencySite, emergencyBehavior: BehaviorOptions): BehaviorOptions {
    return {
      ...emergencyBehavior,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'ResponseHeaders', {
        securityHeadersBehavior: SECURITY_HEADERS,
      }),
      functionAssociations: new EmergencyFunctions(this, 'Functions', { page }).associations,
    };
  }

  private failOver(props: DnsProps): void {
    const { domainName, topology, zone } = props;
    const secondary = aliasAnswers(
      this.distribution.distributionDomainName,
      CloudFrontTarget.getHostedZoneId(this),
      ['A', 'AAAA'],
    );
    const names = [{ domainName, primary: topology.primary }, ...(topology.alternateDomainNames ?? [])];
    for (const { domainName: recordName, primary } of names) {
      new FailoverRecords(this, `Records-${recordName}`, {
        zone,
        recordName,
        primary: recordAnswers(primary),
        secondary,
        healthCheckId: props.storeHealthCheckId,
        ttl: topology.failoverTtl ?? DEFAULT_FAILOVER_TTL,
      });
    }
  }
}

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
import {
  EMERGENCY_PAGE_COPY_PATH,
  EMERGENCY_PATH_PATTERN,
} from '../../../lambda/emergency-response/contract/paths';
import type { EmergencySite } from '../../emergency-site/emergency-site';
import { unavailableResponses } from '../../emergency-site/error-responses';
import { NOBODY_READS } from '../../emergency-site/security-headers';
import { ViewerLogs } from '../../emergency-site/viewer-logs';
import { acknowledgeDistribution, DISTRIBUTION_DEFAULTS } from '../../private/distribution-defaults';
import type { DnsTopology } from '../../understudy-props';
import { FailoverRecords } from '../route53/failover-records';
import { DEFAULT_FAILOVER_TTL } from '../route53/failover-ttl';
import { aliasAnswers, recordAnswers } from '../route53/record-answers';
import type { ShopNames } from '../shop-names';
import { EmergencyFunctions } from './emergency-functions';

/** The store with a front door of its own. */
export interface DnsProps {
  readonly domainName: string;
  readonly names: ShopNames;
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
    const { emergencySite } = props;
    const emergencyBehavior = emergencySite.behavior();
    const shopBehavior = this.forTheShopsUrls(emergencyBehavior);
    this.distribution = new Distribution(this, 'Distribution', {
      ...DISTRIBUTION_DEFAULTS,
      comment: `Emergency site of ${props.domainName}`,
      domainNames: [...props.names.shop],
      certificate: props.certificate,
      defaultBehavior: this.everyPath(emergencySite, shopBehavior),
      additionalBehaviors: {
        [EMERGENCY_PATH_PATTERN]: emergencyBehavior,
        ...Object.fromEntries(emergencySite.documentPaths.map((path) => [path, shopBehavior])),
      },
      errorResponses: unavailableResponses({
        statusCodes: REPLACEABLE_STATUS_CODES,
        pagePath: EMERGENCY_PAGE_COPY_PATH,
      }),
    });
    acknowledgeDistribution(this.distribution);
    new ViewerLogs(this, 'ViewerLogs', {
      distribution: this.distribution,
      bucket: emergencySite.accessLogsBucket,
    });
    if (props.cutOver) {
      this.failOver(props);
    }
  }

  /** Without `noindex`, which would take them out of search. */
  private forTheShopsUrls(emergencyBehavior: BehaviorOptions): BehaviorOptions {
    return {
      ...emergencyBehavior,
      responseHeadersPolicy: new ResponseHeadersPolicy(this, 'ResponseHeaders', {
        removeHeaders: NOBODY_READS,
      }),
    };
  }

  /** All methods, because the function answers those that S3 can't. */
  private everyPath({ page, frameAncestors }: EmergencySite, shopBehavior: BehaviorOptions): BehaviorOptions {
    return {
      ...shopBehavior,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      functionAssociations: new EmergencyFunctions(this, 'Functions', { page, frameAncestors }).associations,
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

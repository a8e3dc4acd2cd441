import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { EmergencySite } from '../../emergency-site/emergency-site';
import type { EdgeTopology } from '../../understudy-props';
import type { ShopNames } from '../shop-names';

/** The store behind CloudFront. */
export interface StoreDistributionProps {
  readonly domainName: string;
  readonly names: ShopNames;
  readonly topology: EdgeTopology;
  /** Covers every name of the shop. */
  readonly certificate: ICertificate;
  readonly emergencySite: EmergencySite;
  /** Whether CloudFront also reports origin latency and single error rates, for a monthly price. @default false */
  readonly publishAdditionalMetrics?: boolean;
}

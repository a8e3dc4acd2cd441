import type { Deployment } from '../aws/assembly/deployment';
import { ALARM } from '../aws/cloudwatch/resource';
import { HEALTH_CHECK } from '../aws/route53/resource';
import { PRICES } from './prices';

/** One line of the bill. */
export interface CostItem {
  readonly what: string;
  readonly count: number;
  /** US dollars a month, an account's free allowance taken off. */
  readonly dollars: number;
}

/**
 * What a stack costs a month while nothing happens, item by item, in an account that uses its free allowances for
 * nothing else. What depends on traffic (CloudFront, DNS queries, logs) is left out, and so is what comes to cents:
 * a function that runs every minute, its table, its topics, a few stored files.
 */
export function monthlyCost(deployment: Deployment): readonly CostItem[] {
  const count = (type: string) => deployment.count(type);
  return [
    ...healthCheckItems(deployment),
    ...alarmItems(deployment),
    counted('CloudWatch composite alarms', count('AWS::CloudWatch::CompositeAlarm'), PRICES.compositeAlarm),
    counted('CloudWatch dashboards', count('AWS::CloudWatch::Dashboard'), PRICES.dashboard),
    counted('KMS keys', count('AWS::KMS::Key'), PRICES.key),
  ].filter((item) => item.count > 0);
}

/** The sum of some items, in US dollars. */
export const totalDollars = (items: readonly CostItem[]): number =>
  items.reduce((sum, { dollars }) => sum + dollars, 0);

const counted = (
  what: string,
  count: number,
  { each, freePerAccount }: { each: number; freePerAccount: number },
): CostItem => ({
  what,
  count,
  dollars: Math.max(0, count - freePerAccount) * each,
});

function alarmItems(deployment: Deployment): readonly CostItem[] {
  const periods = deployment.all(ALARM).map(({ properties: { Period = 60 } }) => Period);
  const short = periods.filter((seconds) => seconds < 60).length;
  return [
    counted('CloudWatch alarms', periods.length - short, PRICES.alarm),
    counted('CloudWatch high-resolution alarms', short, PRICES.highResolutionAlarm),
  ];
}

/** Prices differ by endpoint, inside AWS or not, and grow with each option. */
function healthCheckItems(deployment: Deployment): readonly CostItem[] {
  const checks = deployment.all(HEALTH_CHECK).map(({ properties }) => properties.HealthCheckConfig);
  const inside = checks.filter(isInsideAws);
  const outside = checks.filter((check) => !isInsideAws(check));
  return [
    healthCheckItem('Route 53 health checks of endpoints in AWS', inside, PRICES.healthCheck.aws),
    healthCheckItem('Route 53 health checks of endpoints elsewhere', outside, PRICES.healthCheck.other),
  ];
}

type HealthCheckConfig = (typeof HEALTH_CHECK)['properties']['_output']['HealthCheckConfig'];

/**
 * What has no endpoint has none outside AWS. An IP address tells nothing of who owns it: it counts as elsewhere, which is
 * dearer.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 */
const isInsideAws = ({ Type, IPAddress, FullyQualifiedDomainName = '' }: HealthCheckConfig): boolean =>
  Type === 'CALCULATED' ||
  Type === 'CLOUDWATCH_METRIC' ||
  (IPAddress === undefined && /\.(amazonaws\.com|cloudfront\.net)$/.test(FullyQualifiedDomainName));

interface HealthCheckPrice {
  readonly base: number;
  readonly freePerAccount: number;
  readonly eachOption: number;
}

function healthCheckItem(
  what: string,
  checks: readonly HealthCheckConfig[],
  price: HealthCheckPrice,
): CostItem {
  const options = checks.reduce((sum, check) => sum + paidOptions(check), 0);
  const bases = Math.max(0, checks.length - price.freePerAccount);
  return { what, count: checks.length, dollars: bases * price.base + options * price.eachOption };
}

/** HTTPS, string matching, the fast interval and measuring latency each cost extra. */
const paidOptions = ({ Type, RequestInterval, MeasureLatency }: HealthCheckConfig): number =>
  [
    Type.startsWith('HTTPS'),
    Type.endsWith('STR_MATCH'),
    Type !== 'CALCULATED' && RequestInterval === 10,
    MeasureLatency,
  ].filter(Boolean).length;

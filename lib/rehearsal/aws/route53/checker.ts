import { HOME_REGION } from '../../kernel/home-region';
import type { Exchange } from '../../kernel/network/exchange';

/** One health checker of one health check. */
export interface Checker {
  /** Where it stands, such as `eu-west-1`. */
  readonly region: string;
  /** Counts the checkers of the health check, from 0. */
  readonly index: number;
}

/**
 * What a checker meets in the endpoint's place at this moment, or undefined where nothing is wrong with the checker.
 * @param healthCheck as people call it
 */
export type CheckerFault = (checker: Checker, healthCheck: string) => Exchange | undefined;

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html#Route53-Type-HealthCheckConfig-Regions */
export const CHECKER_REGIONS = [
  HOME_REGION,
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'sa-east-1',
] as const;

/**
 * Health checkers run in 16 availability zones. Emulation: two in each of the eight regions.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-check-latency.html
 */
const CHECKERS_PER_REGION = 2;

/** The checkers of a health check that names these regions. */
export const checkersIn = (regions: readonly string[] = CHECKER_REGIONS): readonly Checker[] =>
  regions
    .flatMap((region) => Array<string>(CHECKERS_PER_REGION).fill(region))
    .map((region, index) => ({ region, index }));

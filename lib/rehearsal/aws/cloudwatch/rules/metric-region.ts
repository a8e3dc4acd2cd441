import { HOME_REGION } from '../../../kernel/home-region';

/** Services that send their metrics to one region only. */
const ONLY_IN: Readonly<Record<string, string>> = {
  'AWS/CloudFront': HOME_REGION,
  'AWS/Route53': HOME_REGION,
};

/**
 * Whether an alarm has any data of a namespace to look at: alarms watch metrics of their own region. Emulation: metrics
 * of other namespaces are in every region; a rehearsal does not tell where they were sent to.
 *
 * @param region of the alarm
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
export function isSeenFrom(region: string, namespace: string): boolean {
  // Route 53 and CloudFront are global, and have their metrics in US East (N. Virginia) only.
  return (ONLY_IN[namespace] ?? region) === region;
}

import { frameAncestors } from '../emergency-site/frame-ancestors';
import { shopNames } from '../failover/shop-names';
import type { UnderstudyProps } from '../understudy-props';
import { isUnknown } from './unknown';

/**
 * Characters of a Content-Security-Policy in a response headers policy; AWS raises it on request (L-E9944CCE).
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-custom-headers
 */
const MAX_LENGTH = 1_783;

/** Whether the header that names who may show the page in a frame is longer than CloudFront takes. */
export function validateFrameAncestors(props: UnderstudyProps): string[] {
  const { paymentProviderOrigins } = props.page;
  const policy = frameAncestors({ shopNames: shopNames(props).shop, paymentProviderOrigins });
  if (isUnknown(policy) || policy.length <= MAX_LENGTH) {
    return [];
  }
  return [
    `page.paymentProviderOrigins: make the header that names the shop and them too long, got ${policy.length} characters; CloudFront takes ${MAX_LENGTH}, so name fewer, or one https://*.example.com for several of one provider`,
  ];
}

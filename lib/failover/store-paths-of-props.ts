import { CHECKOUT_PATH_PATTERNS, checkoutExpression } from '../page/checkout-expression';
import type { UnderstudyProps } from '../understudy-props';
import { isUnknown } from '../validation/unknown';
import { type StorePaths, storePathsFrom } from './store-paths';

/** Where shoppers go, as far as the props tell; values that are CDK tokens tell nothing. */
export function storePaths({ journey, healthChecks, page, topology }: UnderstudyProps): StorePaths {
  return storePathsFrom({
    journey,
    endpoints: healthChecks.endpoints.filter(({ path }) => !isUnknown(path)),
    checkoutPathPatterns: page.checkoutPathPatterns,
    paymentReturnPathPatterns: topology.kind === 'edge' ? topology.paymentReturnPathPatterns : undefined,
    staticPathPatterns:
      topology.kind === 'edge'
        ? [...(topology.mirroredPathPatterns ?? []), ...(topology.sharedPathPatterns ?? [])]
        : undefined,
  });
}

/** Where the emergency page asks shoppers not to pay twice: what the owner says, else also at the checkout that is known. */
export function payingPathPatterns(props: UnderstudyProps): readonly string[] {
  const { checkoutPathPatterns = CHECKOUT_PATH_PATTERNS } = props.page;
  const { checkout } = storePaths(props);
  const isKnown =
    props.page.checkoutPathPatterns !== undefined ||
    checkout === '/' ||
    new RegExp(checkoutExpression(), 'i').test(checkout);
  return isKnown ? checkoutPathPatterns : [...checkoutPathPatterns, `${checkout}*`];
}

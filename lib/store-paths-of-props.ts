import { type StorePaths, storePathsFrom } from './store-paths';
import type { UnderstudyProps } from './understudy-props';
import { isUnknown } from './validation/unknown';

/** Where shoppers go, as far as the props tell; values that are CDK tokens tell nothing. */
export function storePaths({ journey, healthChecks, page, topology }: UnderstudyProps): StorePaths {
  return storePathsFrom({
    journey,
    endpoints: healthChecks.endpoints.filter(({ path }) => !isUnknown(path)),
    checkoutPathPatterns: page.checkoutPathPatterns,
    staticPathPatterns:
      topology.kind === 'edge'
        ? [...(topology.mirroredPathPatterns ?? []), ...(topology.sharedPathPatterns ?? [])]
        : undefined,
  });
}

import { Token } from 'aws-cdk-lib';
import { type StorePaths, storePathsFrom } from './store-paths';
import type { UnderstudyProps } from './understudy-props';

/** Where shoppers go, as far as the props tell; values that are CDK tokens tell nothing. */
export function storePaths({ journey, healthChecks, page, topology }: UnderstudyProps): StorePaths {
  return storePathsFrom({
    journey,
    endpoints: healthChecks.endpoints.filter(({ path }) => !Token.isUnresolved(path)),
    checkoutPathPatterns: page.checkoutPathPatterns,
    staticPathPatterns:
      topology.kind === 'edge'
        ? [...(topology.mirroredPathPatterns ?? []), ...(topology.sharedPathPatterns ?? [])]
        : undefined,
  });
}

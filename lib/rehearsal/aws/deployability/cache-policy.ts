import { type Mistake, numberIn, type ResourceLimits, recordIn } from './limit';
import { textUpTo } from './rules';

const API = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html';

/** @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html */
export const CACHE_POLICY_LIMITS: ResourceLimits = {
  type: 'AWS::CloudFront::CachePolicy',
  service: 'CloudFront',
  limits: [
    {
      at: 'CachePolicyConfig.Comment',
      mistakeIn: textUpTo(128, 'The comment cannot be longer than 128 characters.'),
      source: API,
    },
    { at: 'CachePolicyConfig', mistakeIn: orderMistake, source: API },
    {
      at: 'CachePolicyConfig',
      mistakeIn: keyMistake,
      source: 'https://github.com/aws/aws-cdk/issues/16977',
    },
  ],
};

function orderMistake(config: unknown): Mistake | undefined {
  const { MinTTL, DefaultTTL, MaxTTL } = recordIn(config);
  const [least, usual, most] = [numberIn(MinTTL), numberIn(DefaultTTL), numberIn(MaxTTL)];
  const isWrong =
    (least !== undefined && usual !== undefined && least > usual) ||
    (usual !== undefined && most !== undefined && usual > most) ||
    (least !== undefined && most !== undefined && least > most);
  return isWrong
    ? {
        reason: 'the minimum TTL is at most the default TTL, and that at most the maximum TTL',
        remedy: 'put them in order',
        got: { MinTTL, DefaultTTL, MaxTTL },
      }
    : undefined;
}

/** A policy that keeps nothing can't have a key. The managed policy CachingDisabled has none. */
function keyMistake(config: unknown): Mistake | undefined {
  const { MinTTL, DefaultTTL, MaxTTL, ParametersInCacheKeyAndForwardedToOrigin } = recordIn(config);
  if ([MinTTL, DefaultTTL, MaxTTL].some((ttl) => numberIn(ttl) !== 0)) {
    return undefined;
  }
  const parameters = recordIn(ParametersInCacheKeyAndForwardedToOrigin);
  const behaviors = {
    CookieBehavior: recordIn(parameters['CookiesConfig'])['CookieBehavior'],
    HeaderBehavior: recordIn(parameters['HeadersConfig'])['HeaderBehavior'],
    QueryStringBehavior: recordIn(parameters['QueryStringsConfig'])['QueryStringBehavior'],
  };
  const [keyed] = Object.entries(behaviors).filter(
    ([, behavior]) => typeof behavior === 'string' && behavior !== 'none',
  );
  return keyed === undefined
    ? undefined
    : {
        reason: `The parameter ${keyed[0]} is invalid for policy with caching disabled.`,
        remedy: 'use the managed policy CachingDisabled and an origin request policy',
        property: keyed[0],
        got: keyed[1],
      };
}

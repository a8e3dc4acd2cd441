import { type Limit, type Mistake, UNKNOWN } from './limit';
import { textUpTo } from './rules';

const API = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference';
const VALUES =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html';
const AT = 'DistributionConfig';
const METHODS = [
  ['GET', 'HEAD'],
  ['GET', 'HEAD', 'OPTIONS'],
  ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
];

/**
 * What CloudFront refuses in the cache behaviors of a distribution.
 *
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html
 */
export const BEHAVIOR_LIMITS: readonly Limit[] = behaviorLimits();

function behaviorLimits(): readonly Limit[] {
  const limit = (property: string, mistakeIn: Limit['mistakeIn'], source: string): Limit => ({
    at: `${AT}.${property}`,
    mistakeIn,
    source,
  });
  return [
    limit('CacheBehaviors[].PathPattern', pathPatternMistake, VALUES),
    ...['DefaultCacheBehavior', 'CacheBehaviors[]'].flatMap((behavior) => [
      limit(`${behavior}.AllowedMethods`, methodsMistake(METHODS), `${API}/API_AllowedMethods.html`),
      limit(
        `${behavior}.CachedMethods`,
        methodsMistake(METHODS.slice(0, 2)),
        `${API}/API_CachedMethods.html`,
      ),
    ]),
  ];
}

/** "?" is a wildcard, though the list of characters lacks it. */
function pathPatternMistake(value: unknown): Mistake | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  if (value.length > 255) {
    return textUpTo(255, 'The maximum length of a path pattern is 255 characters.')(value);
  }
  const strange = /[^A-Za-z0-9_\-.*$/~"'@:+&?]/u.exec(value)?.[0];
  return strange === undefined
    ? undefined
    : {
        reason:
          'The value can contain any of the following characters: A-Z, a-z, 0-9, _ - . * $ / ~ " \' @ : + &',
        remedy: `leave out ${JSON.stringify(strange)}, or let "?" stand for it`,
      };
}

function methodsMistake(allowed: readonly (readonly string[])[]): Limit['mistakeIn'] {
  return (value) => {
    if (!Array.isArray(value) || value.includes(UNKNOWN)) {
      return undefined;
    }
    const found = [...new Set(value.map(String))].sort().join();
    return allowed.some((methods) => methods.join() === found)
      ? undefined
      : {
          reason: 'CloudFront takes two, three or, where it forwards all of them, seven methods',
          remedy: `allowed are ${allowed.map((methods) => methods.join(', ')).join('; or ')}`,
        };
  };
}

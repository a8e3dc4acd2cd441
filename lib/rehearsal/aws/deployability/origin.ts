import { type Limit, type Mistake, numberIn, recordIn } from './limit';
import { wholeNumber } from './rules';

const ORIGIN = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html';
const CUSTOM = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html';
const S3 = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_S3OriginConfig.html';
const VALUES =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html';
const AT = 'DistributionConfig.Origins[]';

/**
 * What CloudFront refuses in the origins of a distribution.
 *
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html
 */
export const ORIGIN_LIMITS: readonly Limit[] = originLimits();

function originLimits(): readonly Limit[] {
  const limit = (property: string, mistakeIn: Limit['mistakeIn'], source: string): Limit => ({
    at: property === '' ? AT : `${AT}.${property}`,
    mistakeIn,
    source,
  });
  const seconds = (most: number) => `The minimum timeout is 1 second, the maximum is ${most} seconds`;
  // Emulation: a higher quota allows up to 180 seconds, or 300 to keep connections, by what users of the CDK report.
  const raised = (most: number) => `allowed are 1 to 120, and up to ${most} with a higher quota`;
  const readTimeout = wholeNumber(1, 180, seconds(120), raised(180));
  const keepAlive = wholeNumber(1, 300, seconds(120), raised(300));
  return [
    limit('ConnectionAttempts', wholeNumber(1, 3, 'The minimum number is 1, the maximum is 3'), ORIGIN),
    limit('ConnectionTimeout', wholeNumber(1, 10, seconds(10)), ORIGIN),
    limit('CustomOriginConfig.OriginReadTimeout', readTimeout, CUSTOM),
    limit('S3OriginConfig.OriginReadTimeout', readTimeout, S3),
    limit('CustomOriginConfig.OriginKeepaliveTimeout', keepAlive, CUSTOM),
    limit('CustomOriginConfig.HTTPPort', portMistake, VALUES),
    limit('CustomOriginConfig.HTTPSPort', portMistake, VALUES),
    limit('OriginPath', originPathMistake, VALUES),
    limit('', completionMistake, ORIGIN),
  ];
}

function portMistake(value: unknown): Mistake | undefined {
  const port = numberIn(value);
  const isAllowed = port === undefined || port === 80 || port === 443 || (port >= 1_024 && port <= 65_535);
  return isAllowed
    ? undefined
    : { reason: 'Valid values include ports 80, 443, and 1024 to 65535', remedy: 'use one of them' };
}

function originPathMistake(value: unknown): Mistake | undefined {
  return typeof value === 'string' && value !== '' && (!value.startsWith('/') || value.endsWith('/'))
    ? {
        reason: 'the directory path begins with a slash and has none at its end',
        remedy: 'write it as in /production',
      }
    : undefined;
}

function completionMistake(origin: unknown): Mistake | undefined {
  const { ResponseCompletionTimeout, CustomOriginConfig, S3OriginConfig } = recordIn(origin);
  const completion = numberIn(ResponseCompletionTimeout);
  const read = numberIn(
    recordIn(CustomOriginConfig)['OriginReadTimeout'] ?? recordIn(S3OriginConfig)['OriginReadTimeout'],
  );
  return completion !== undefined && read !== undefined && completion < read
    ? {
        reason:
          'The value for ResponseCompletionTimeout must be equal to or greater than the value for OriginReadTimeout.',
        remedy: `allowed are ${read} and more`,
        property: 'ResponseCompletionTimeout',
        got: completion,
      }
    : undefined;
}

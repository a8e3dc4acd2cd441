import { CUSTOM_ERROR_CODES } from '../cloudfront/rules/custom-error-response';
import { FAILOVER_STATUS_CODES } from '../cloudfront/rules/origin-group';
import { BEHAVIOR_LIMITS } from './cache-behavior';
import { type Limit, listIn, type Mistake, type ResourceLimits, recordIn, UNKNOWN } from './limit';
import { ORIGIN_LIMITS } from './origin';
import { isThere, listOf, oneOf, textUpTo } from './rules';

const API = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference';
const GUIDE = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide';
const AT = 'DistributionConfig';
const UPLOADS: readonly unknown[] = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html */
export const DISTRIBUTION_LIMITS: ResourceLimits = {
  type: 'AWS::CloudFront::Distribution',
  service: 'CloudFront',
  limits: [
    limit(
      'Comment',
      textUpTo(128, 'The comment cannot be longer than 128 characters.'),
      `${API}/API_DistributionConfig.html`,
    ),
    limit('DefaultRootObject', rootObjectMistake, `${API}/API_DistributionConfig.html`),
    ...ORIGIN_LIMITS,
    ...errorResponseLimits(),
    ...BEHAVIOR_LIMITS,
    limit(
      'OriginGroups.Items[].Members.Items',
      listOf(2, 2, 'Array Members: Fixed number of 2 items.'),
      `${API}/API_OriginGroupMembers.html`,
    ),
    limit(
      'OriginGroups.Items[].FailoverCriteria.StatusCodes.Items[]',
      oneOf(FAILOVER_STATUS_CODES, 'no status code that CloudFront fails over for'),
      `${GUIDE}/high_availability_origin_failover.html`,
    ),
    limit('', originMistake, `${API}/API_CreateDistribution.html`),
    limit('', uploadMistake, `${GUIDE}/high_availability_origin_failover.html`),
  ],
};

function limit(property: string, mistakeIn: Limit['mistakeIn'], source: string): Limit {
  return { at: property === '' ? AT : `${AT}.${property}`, mistakeIn, source };
}

function errorResponseLimits(): readonly Limit[] {
  const codes = `${GUIDE}/creating-custom-error-pages.html`;
  const responses = `${GUIDE}/custom-error-pages-response-code.html`;
  return [
    limit(
      'CustomErrorResponses[].ErrorCode',
      oneOf(CUSTOM_ERROR_CODES, 'InvalidErrorCode: An invalid error code was specified.'),
      codes,
    ),
    limit(
      'CustomErrorResponses[].ResponseCode',
      oneOf([200, ...CUSTOM_ERROR_CODES], 'InvalidResponseCode: A response code is not valid.'),
      responses,
    ),
    limit('CustomErrorResponses[]', halfErrorResponse, `${API}/API_CustomErrorResponse.html`),
  ];
}

function halfErrorResponse(response: unknown): Mistake | undefined {
  const { ResponseCode, ResponsePagePath } = recordIn(response);
  const isKnown = ResponseCode !== UNKNOWN && ResponsePagePath !== UNKNOWN;
  if (!isKnown || isThere(ResponseCode) === isThere(ResponsePagePath)) {
    return undefined;
  }
  const [has, lacks] = isThere(ResponseCode)
    ? ['ResponseCode', 'ResponsePagePath']
    : ['ResponsePagePath', 'ResponseCode'];
  const reason = `If you specify a value for ${has}, you must also specify a value for ${lacks}.`;
  return { reason, remedy: `add ${lacks}` };
}

function rootObjectMistake(value: unknown): Mistake | undefined {
  return typeof value === 'string' && (value.startsWith('/') || value.length > 255)
    ? {
        reason: "Your string can't begin with a forward slash (/).",
        remedy: 'give the name of an object, such as index.html, of 255 characters at most',
      }
    : undefined;
}

function behaviorsOf(config: unknown): readonly unknown[] {
  const { DefaultCacheBehavior, CacheBehaviors } = recordIn(config);
  return [DefaultCacheBehavior, ...listIn(CacheBehaviors)];
}

function originMistake(config: unknown): Mistake | undefined {
  const { Origins, OriginGroups } = recordIn(config);
  const groups = recordIn(OriginGroups)['Items'];
  if ([Origins, OriginGroups, groups].includes(UNKNOWN)) {
    return undefined;
  }
  const targets = [...listIn(Origins), ...listIn(groups)];
  const ids = targets.map((target) => recordIn(target)['Id']);
  if (targets.length === 0 || targets.includes(UNKNOWN) || ids.includes(UNKNOWN)) {
    return undefined;
  }
  const stray = behaviorsOf(config)
    .map((behavior) => recordIn(behavior)['TargetOriginId'])
    .find((id) => typeof id === 'string' && !ids.includes(id));
  return stray === undefined
    ? undefined
    : {
        reason: 'NoSuchOrigin: No origin exists with the specified Origin Id.',
        remedy: `allowed are ${ids.map(String).join(', ')}`,
        property: 'TargetOriginId',
        got: stray,
      };
}

/** An origin group takes no uploads: CloudFront answers such a configuration with InvalidArgument. */
function uploadMistake(config: unknown): Mistake | undefined {
  const groups = listIn(recordIn(recordIn(config)['OriginGroups'])['Items']).map(
    (group) => recordIn(group)['Id'],
  );
  for (const behavior of behaviorsOf(config)) {
    const { AllowedMethods, TargetOriginId, PathPattern = '*' } = recordIn(behavior);
    const uploads = listIn(AllowedMethods).filter((method) => UPLOADS.includes(method));
    if (uploads.length > 0 && typeof TargetOriginId === 'string' && groups.includes(TargetOriginId)) {
      return {
        reason: 'InvalidArgument: a cache behavior for an origin group allows GET, HEAD and OPTIONS only',
        remedy: 'send uploads to an origin of their own by a cache behavior',
        property: 'AllowedMethods',
        got: { PathPattern, uploads },
      };
    }
  }
  return undefined;
}

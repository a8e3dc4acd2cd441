import { isIP } from 'node:net';
import { type Limit, type Mistake, type ResourceLimits, recordIn } from './limit';
import { isMissing, listOf, oneOf, textUpTo, wholeNumber } from './rules';

const API = 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html';
const VALUES = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html';
const AT = 'HealthCheckConfig';
const SEARCHING = ['HTTP_STR_MATCH', 'HTTPS_STR_MATCH'];
const ENDPOINTS = ['HTTP', 'HTTPS', 'TCP', ...SEARCHING];

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html */
export const HEALTH_CHECK_LIMITS: ResourceLimits = {
  type: 'AWS::Route53::HealthCheck',
  service: 'Route 53',
  limits: [
    limit(
      'RequestInterval',
      oneOf([10, 30], 'the interval is standard (30 seconds) or fast (10 seconds)'),
      VALUES,
    ),
    limit('FailureThreshold', wholeNumber(1, 10, 'Valid Range: Minimum value of 1. Maximum value of 10.')),
    limit('HealthThreshold', wholeNumber(0, 256, 'Valid Range: Minimum value of 0. Maximum value of 256.')),
    limit('Port', wholeNumber(1, 65_535, 'Valid Range: Minimum value of 1. Maximum value of 65535.')),
    limit('SearchString', textUpTo(255, 'Length Constraints: Maximum length of 255.')),
    limit('ResourcePath', textUpTo(255, 'Length Constraints: Maximum length of 255.')),
    limit('FullyQualifiedDomainName', textUpTo(255, 'Length Constraints: Maximum length of 255.')),
    limit('ChildHealthChecks', listOf(0, 256, 'Array Members: Maximum number of 256 items.')),
    limit('Regions', listOf(3, 64, 'Array Members: Minimum number of 3 items. Maximum number of 64 items.')),
    limit('IPAddress', addressMistake),
    { at: AT, mistakeIn: searchMistake, source: API },
    { at: AT, mistakeIn: endpointMistake, source: API },
  ],
};

function limit(property: string, mistakeIn: Limit['mistakeIn'], source = API): Limit {
  return { at: `${AT}.${property}`, mistakeIn, source };
}

function addressMistake(value: unknown): Mistake | undefined {
  return typeof value === 'string' && isIP(value) === 0
    ? { reason: 'must be an IPv4 or IPv6 address', remedy: 'give an address, or FullyQualifiedDomainName' }
    : undefined;
}

/** Two of the types don't go without a text to look for. */
function searchMistake(config: unknown): Mistake | undefined {
  const { Type, SearchString } = recordIn(config);
  const searches = typeof Type === 'string' && SEARCHING.includes(Type);
  if (searches && (isMissing(SearchString) || SearchString === '')) {
    const reason =
      'If the value of Type is HTTP_STR_MATCH or HTTPS_STR_MATCH, the string that you want to search for';
    return { reason, remedy: 'give SearchString', property: 'SearchString', got: SearchString ?? null };
  }
  return undefined;
}

function endpointMistake(config: unknown): Mistake | undefined {
  const { Type, IPAddress, FullyQualifiedDomainName } = recordIn(config);
  return typeof Type === 'string' &&
    ENDPOINTS.includes(Type) &&
    isMissing(IPAddress) &&
    isMissing(FullyQualifiedDomainName)
    ? {
        reason: 'the endpoint is specified by IP address or by domain name',
        remedy: 'give one of them',
        got: { Type },
      }
    : undefined;
}

import { isIPv4, isIPv6 } from 'node:net';
import { type Limit, listIn, type Mistake, type ResourceLimits, recordIn, UNKNOWN } from './limit';
import { isMissing, isThere, oneOf, textUpTo, wholeNumber } from './rules';

const API = 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html';
const VALUES = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html';
/** How Route 53 says that a record leads nowhere, or to two places. */
const TARGETS =
  'Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]';
/** What makes a routing policy other than simple. */
const POLICIES = [
  'Weight',
  'Region',
  'GeoLocation',
  'Failover',
  'MultiValueAnswer',
  'CidrRoutingConfig',
  'GeoProximityLocation',
];

/** @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html */
export const RECORD_SET_LIMITS: ResourceLimits = {
  type: 'AWS::Route53::RecordSet',
  service: 'Route 53',
  limits: limitsAt(''),
};

/**
 * A group is its records.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordsetgroup.html
 */
export const RECORD_SET_GROUP_LIMITS: ResourceLimits = {
  type: 'AWS::Route53::RecordSetGroup',
  service: 'Route 53',
  limits: limitsAt('RecordSets[]'),
};

function limitsAt(at: string): readonly Limit[] {
  const limit = (property: string, mistakeIn: Limit['mistakeIn'], source = API): Limit => ({
    at: [at, property].filter((part) => part !== '').join('.'),
    mistakeIn,
    source,
  });
  return [
    limit(
      'TTL',
      wholeNumber(0, 2_147_483_647, 'Valid Range: Minimum value of 0. Maximum value of 2147483647.'),
    ),
    limit('Weight', wholeNumber(0, 255, 'Valid Range: Minimum value of 0. Maximum value of 255.')),
    limit('Failover', oneOf(['PRIMARY', 'SECONDARY'], 'Valid Values: PRIMARY | SECONDARY')),
    limit('SetIdentifier', textUpTo(128, 'Length Constraints: Minimum length of 1. Maximum length of 128.')),
    limit('', identifierMistake),
    limit('', policyMistake),
    limit('', targetMistake),
    limit('', ttlMistake),
    limit('', valueMistake, VALUES),
  ];
}

function policiesOf(record: unknown): readonly string[] {
  const properties = recordIn(record);
  return POLICIES.filter(
    (policy) => isThere(properties[policy]) && `${String(properties[policy])}` !== 'false',
  );
}

/** Records with a routing policy are told apart by an identifier, and simple ones have none. */
function identifierMistake(record: unknown): Mistake | undefined {
  const properties = recordIn(record);
  const { SetIdentifier } = properties;
  const [policy] = policiesOf(record);
  if (policy !== undefined && (isMissing(SetIdentifier) || SetIdentifier === '')) {
    const reason = `Invalid request: Missing field 'SetIdentifier' in Change (it has ${policy})`;
    return { reason, remedy: 'give SetIdentifier', property: 'SetIdentifier', got: SetIdentifier ?? null };
  }
  const isSimple = POLICIES.every(
    (name) => !isThere(recordIn(record)[name]) && recordIn(record)[name] !== UNKNOWN,
  );
  if (isSimple && isThere(SetIdentifier)) {
    const reason = `Invalid request: Expected exactly one of [${POLICIES.join(', ')}], but found none in Change`;
    return { reason, remedy: 'leave it out', property: 'SetIdentifier', got: SetIdentifier };
  }
  return undefined;
}

function policyMistake(record: unknown): Mistake | undefined {
  const policies = policiesOf(record);
  return policies.length > 1
    ? {
        reason: `Invalid request: Expected exactly one of [${POLICIES.join(', ')}], but found more than one in Change`,
        remedy: 'keep one of them',
        got: policies,
      }
    : undefined;
}

function targetMistake(record: unknown): Mistake | undefined {
  const { ResourceRecords, AliasTarget } = recordIn(record);
  if (isThere(ResourceRecords) && isThere(AliasTarget)) {
    const reason = `${TARGETS}, but found more than one in Change`;
    return { reason, remedy: 'keep one of them', property: 'ResourceRecords', got: ResourceRecords };
  }
  return isMissing(ResourceRecords) && isMissing(AliasTarget)
    ? {
        reason: `${TARGETS}, but found none in Change`,
        remedy: 'give ResourceRecords or AliasTarget',
        got: null,
      }
    : undefined;
}

function ttlMistake(record: unknown): Mistake | undefined {
  const { TTL, AliasTarget, ResourceRecords } = recordIn(record);
  if (isThere(AliasTarget) && isThere(TTL)) {
    const reason = `${TARGETS}, but found more than one in Change`;
    return { reason, remedy: 'leave it out', property: 'TTL', got: TTL };
  }
  return isMissing(TTL) && isMissing(AliasTarget) && isThere(ResourceRecords)
    ? { reason: `${TARGETS}, but found none in Change`, remedy: 'give TTL', property: 'TTL', got: null }
    : undefined;
}

/** Only what can't be anything else: one canonical name, and addresses of the type's own version. */
function valueMistake(record: unknown): Mistake | undefined {
  const { Type, ResourceRecords } = recordIn(record);
  const values = listIn(ResourceRecords);
  if (Type === 'CNAME' && values.length > 1 && !values.includes(UNKNOWN)) {
    const reason = 'a CNAME resource record set has one value';
    return { reason, remedy: 'keep one of them', property: 'ResourceRecords', got: values };
  }
  const isAddress = Type === 'A' ? isIPv4 : Type === 'AAAA' ? isIPv6 : undefined;
  const wrong = values.find((value) => typeof value === 'string' && isAddress?.(value) === false);
  return wrong === undefined
    ? undefined
    : {
        reason:
          Type === 'A'
            ? 'ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)'
            : 'AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)',
        remedy: 'give an address, or use a CNAME record',
        property: 'ResourceRecords',
        got: wrong,
      };
}

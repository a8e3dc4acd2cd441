import { CachePolicy, OriginRequestPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import {
  MANAGED_CACHE_POLICIES,
  MANAGED_ORIGIN_REQUEST_POLICIES,
  MANAGED_RESPONSE_HEADERS_POLICIES,
} from '../../../../lib/rehearsal/aws/cloudfront/managed-policies';

/** Names and ids of the managed policies that the CDK knows. It keeps them in the class below the one that it exports. */
const idsOf = (policies: object, idProperty: string): readonly (readonly [string, string])[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(policies)).flatMap((name) => {
    const policy: unknown = Reflect.get(policies, name);
    const id = typeof policy === 'object' && policy !== null ? Reflect.get(policy, idProperty) : undefined;
    return typeof id === 'string' ? [[name, id] as const] : [];
  });

describe('managed policies', () => {
  test.each(idsOf(CachePolicy, 'cachePolicyId'))('for the cache include %s', (_name, id) => {
    expect(MANAGED_CACHE_POLICIES).toHaveProperty(id);
  });

  test.each(
    // For video only; what it forwards was not looked up.
    idsOf(OriginRequestPolicy, 'originRequestPolicyId').filter(([name]) => name !== 'ELEMENTAL_MEDIA_TAILOR'),
  )('for origin requests include %s', (_name, id) => {
    expect(MANAGED_ORIGIN_REQUEST_POLICIES).toHaveProperty(id);
  });

  test.each(idsOf(ResponseHeadersPolicy, 'responseHeadersPolicyId'))(
    'for response headers include %s',
    (_name, id) => {
      expect(MANAGED_RESPONSE_HEADERS_POLICIES).toHaveProperty(id);
    },
  );
});

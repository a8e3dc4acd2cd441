import type { Template } from 'aws-cdk-lib/assertions';
import type { CacheBehavior } from '../../../lib/rehearsal/aws/cloudfront/distribution';
import { readDistributions } from '../../../lib/rehearsal/aws/cloudfront/read-distributions';
import { cacheKey } from '../../../lib/rehearsal/aws/cloudfront/rules/cache-key';
import { isCachedMethod, isCachingDisabled } from '../../../lib/rehearsal/aws/cloudfront/rules/cache-policy';
import { originRequest } from '../../../lib/rehearsal/aws/cloudfront/rules/origin-request';
import { storePathTemplate } from '../../helpers/store-path-stack';
import { dnsProps, edgeProps } from '../../helpers/store-props';
import { aDeployment } from '../../rehearsal/helpers/a-deployment';

const PREFLIGHT = {
  origin: 'https://blog.example.com',
  'access-control-request-method': 'GET',
  'access-control-request-headers': 'x-campaign',
};
const ANOTHER = {
  origin: 'https://evil.example',
  'access-control-request-method': 'HEAD',
  'access-control-request-headers': 'authorization',
};

/** Every cache behavior of a template. */
const behaviorsOf = (template: Template): readonly CacheBehavior[] =>
  readDistributions(aDeployment(template.toJSON()['Resources'])).flatMap(({ defaultBehavior, behaviors }) => [
    defaultBehavior,
    ...behaviors,
  ]);
const keepsPreflights = ({ cachePolicy, cachedMethods }: CacheBehavior): boolean =>
  isCachedMethod('OPTIONS', cachedMethods) && !isCachingDisabled(cachePolicy);

const EDGE = storePathTemplate({
  ...edgeProps({ mirroredPathPatterns: ['/static/*'], sharedPathPatterns: ['/assets/*'] }),
  documents: { '/robots.txt': '' },
});
const BEHAVIORS = [EDGE, storePathTemplate(dnsProps())].flatMap(behaviorsOf).filter(keepsPreflights);

const keyOf = ({ cachePolicy }: CacheBehavior, headers: Readonly<Record<string, string>>): string =>
  cacheKey(cachePolicy, { method: 'OPTIONS', path: '/static/font.woff2', queryString: '', headers });

test('preflights are kept for mirrored paths and documents, which fail over for them only if they are kept', () => {
  expect(BEHAVIORS.map(({ pathPattern }) => pathPattern)).toEqual(
    expect.arrayContaining(['/robots.txt', '/static/*']),
  );
});

describe.each(BEHAVIORS.map((behavior) => [behavior.pathPattern, behavior] as const))(
  'preflight of %s',
  (_, behavior) => {
    test.each(Object.entries(ANOTHER))('is not answered with what was kept for another %s', (name, value) => {
      expect(keyOf(behavior, { ...PREFLIGHT, [name]: value })).not.toBe(keyOf(behavior, PREFLIGHT));
    });

    test('is answered with what was kept for one just like it', () => {
      expect(keyOf(behavior, { ...PREFLIGHT, 'user-agent': 'another browser' })).toBe(
        keyOf(behavior, PREFLIGHT),
      );
    });
  },
);

test.each(
  behaviorsOf(EDGE)
    .filter(({ allowedMethods }) => allowedMethods.includes('OPTIONS'))
    .map((behavior) => [behavior.pathPattern, behavior] as const),
)('preflight of %s reaches the store with everything that its answer depends on', (_, behavior) => {
  const request = { path: '/a', headers: PREFLIGHT };
  expect(originRequest(behavior, request, 'origin.example.com').headers).toMatchObject(PREFLIGHT);
});

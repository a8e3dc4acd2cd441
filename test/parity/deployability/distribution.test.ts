import { DISTRIBUTION_LIMITS } from '../../../lib/rehearsal/aws/deployability/distribution';
import { UNKNOWN } from '../../../lib/rehearsal/aws/deployability/limit';
import { sharedAliases } from '../../../lib/rehearsal/aws/deployability/own-aliases';
import { refused } from '../helpers/refused';

const source = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html';
const store = { Id: 'store', DomainName: 'origin.example', CustomOriginConfig: { OriginReadTimeout: 30 } };
const behavior = { TargetOriginId: 'store' };
const group = {
  Id: 'both',
  Members: { Items: [{ OriginId: 'store' }, { OriginId: 'store' }] },
  FailoverCriteria: { StatusCodes: { Items: [500] } },
};
const distribution = (but: Readonly<Record<string, unknown>>) =>
  refused(DISTRIBUTION_LIMITS, {
    DistributionConfig: { Origins: [store], DefaultCacheBehavior: behavior, ...but },
  });
const origin = (but: object) => ({ Origins: [{ ...store, ...but }] });
const custom = (but: object) => origin({ CustomOriginConfig: but });
const page = (but: object) => ({ CustomErrorResponses: [but] });
const pattern = (PathPattern: unknown) => ({ CacheBehaviors: [{ ...behavior, PathPattern }] });
const methods = (...AllowedMethods: readonly unknown[]) => ({
  DefaultCacheBehavior: { ...behavior, AllowedMethods },
});
const ALL_METHODS = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'];

describe(`Distribution that CloudFront refuses (${source})`, () => {
  test.each([
    [origin({ ConnectionAttempts: 0 }), 'Origins[0].ConnectionAttempts', '0', 'allowed are 1 to 3'],
    [origin({ ConnectionAttempts: 4 }), 'Origins[0].ConnectionAttempts', '4', 'allowed are 1 to 3'],
    [origin({ ConnectionAttempts: '5' }), 'Origins[0].ConnectionAttempts', '"5"', 'allowed are 1 to 3'],
    [origin({ ConnectionTimeout: 0 }), 'Origins[0].ConnectionTimeout', '0', 'allowed are 1 to 10'],
    [origin({ ConnectionTimeout: 11 }), 'Origins[0].ConnectionTimeout', '11', 'allowed are 1 to 10'],
    [
      custom({ OriginReadTimeout: 0 }),
      'Origins[0].CustomOriginConfig.OriginReadTimeout',
      '0',
      'allowed are 1',
    ],
    [
      custom({ OriginReadTimeout: 181 }),
      'Origins[0].CustomOriginConfig.OriginReadTimeout',
      '181',
      'allowed are 1',
    ],
    [
      custom({ OriginReadTimeout: 200 }),
      'Origins[0].CustomOriginConfig.OriginReadTimeout',
      '200',
      'allowed are 1',
    ],
    [
      origin({ S3OriginConfig: { OriginReadTimeout: 200 }, CustomOriginConfig: undefined }),
      'Origins[0].S3OriginConfig.OriginReadTimeout',
      '200',
      'allowed are 1 to 120, and up to 180 with a higher quota',
    ],
    [
      custom({ OriginKeepaliveTimeout: 0 }),
      'Origins[0].CustomOriginConfig.OriginKeepaliveTimeout',
      '0',
      'allowed',
    ],
    [
      custom({ OriginKeepaliveTimeout: 301 }),
      'Origins[0].CustomOriginConfig.OriginKeepaliveTimeout',
      '301',
      'allowed',
    ],
    [custom({ HTTPPort: 79 }), 'Origins[0].CustomOriginConfig.HTTPPort', '79', 'use one of them'],
    [custom({ HTTPPort: 1_023 }), 'Origins[0].CustomOriginConfig.HTTPPort', '1023', 'use one of them'],
    [custom({ HTTPSPort: 65_536 }), 'Origins[0].CustomOriginConfig.HTTPSPort', '65536', 'use one of them'],
    [origin({ OriginPath: 'production' }), 'Origins[0].OriginPath', '"production"', 'write it as'],
    [origin({ OriginPath: '/production/' }), 'Origins[0].OriginPath', '"/production/"', 'write it as'],
    [
      origin({ ResponseCompletionTimeout: 29 }),
      'Origins[0].ResponseCompletionTimeout',
      '29',
      'allowed are 30',
    ],
    [page({ ErrorCode: 418 }), 'CustomErrorResponses[0].ErrorCode', '418', 'allowed are 400, 403, 404'],
    [page({ ErrorCode: 429 }), 'CustomErrorResponses[0].ErrorCode', '429', 'allowed are 400, 403, 404'],
    [page({ ErrorCode: 505 }), 'CustomErrorResponses[0].ErrorCode', '505', 'allowed are 400, 403, 404'],
    [
      page({ ErrorCode: 503, ResponseCode: 299, ResponsePagePath: '/sorry' }),
      'CustomErrorResponses[0].ResponseCode',
      '299',
      'allowed are 200, 400',
    ],
    [
      page({ ErrorCode: 503, ResponseCode: '201', ResponsePagePath: '/sorry' }),
      'CustomErrorResponses[0].ResponseCode',
      '"201"',
      'allowed are 200, 400',
    ],
    [
      page({ ErrorCode: 503, ResponsePagePath: '/sorry' }),
      'CustomErrorResponses[0]',
      '{"ErrorCode":503,"ResponsePagePath":"/sorry"}',
      'add ResponseCode',
    ],
    [
      page({ ErrorCode: 503, ResponseCode: 503 }),
      'CustomErrorResponses[0]',
      '{"ErrorCode":503,"ResponseCode":503}',
      'add ResponsePagePath',
    ],
    [pattern('/a b'), 'CacheBehaviors[0].PathPattern', '"/a b"', 'leave out " "'],
    [pattern('/{id}'), 'CacheBehaviors[0].PathPattern', '"/{id}"', 'leave out "{"'],
    [pattern('/a,b'), 'CacheBehaviors[0].PathPattern', '"/a,b"', 'leave out ","'],
    [pattern('/żółw'), 'CacheBehaviors[0].PathPattern', '"/żółw"', 'leave out "ż"'],
    [pattern('/\u{1f600}'), 'CacheBehaviors[0].PathPattern', '"/\u{1f600}"', 'leave out "\u{1f600}"'],
    [pattern(`/${'p'.repeat(255)}`), 'CacheBehaviors[0].PathPattern', '"/ppp', 'allowed are 255 characters'],
    [methods('GET'), 'DefaultCacheBehavior.AllowedMethods', '["GET"]', 'allowed are GET, HEAD; or'],
    [
      methods('GET', 'HEAD', 'POST'),
      'DefaultCacheBehavior.AllowedMethods',
      '["GET","HEAD","POST"]',
      'allowed are GET, HEAD; or GET, HEAD, OPTIONS; or DELETE',
    ],
    [
      { DefaultCacheBehavior: { ...behavior, CachedMethods: ALL_METHODS } },
      'DefaultCacheBehavior.CachedMethods',
      '["GET"',
      'allowed are GET, HEAD; or GET, HEAD, OPTIONS',
    ],
    [{ Comment: 'c'.repeat(129) }, 'Comment', '"ccc', 'allowed are 128 characters'],
    [
      { DefaultRootObject: '/index.html' },
      'DefaultRootObject',
      '"/index.html"',
      'give the name of an object',
    ],
    [
      { DefaultCacheBehavior: { TargetOriginId: 'nobody' } },
      'TargetOriginId',
      '"nobody"',
      'allowed are store',
    ],
    [
      { OriginGroups: { Items: [{ ...group, Members: { Items: [{ OriginId: 'store' }] } }] } },
      'OriginGroups.Items[0].Members.Items',
      '1',
      'allowed are 2',
    ],
    [
      { OriginGroups: { Items: [{ ...group, Members: { Items: [{}, {}, {}] } }] } },
      'OriginGroups.Items[0].Members.Items',
      '3',
      'allowed are 2',
    ],
    [
      {
        OriginGroups: { Items: [{ ...group, FailoverCriteria: { StatusCodes: { Items: [500, 501] } } }] },
      },
      'OriginGroups.Items[0].FailoverCriteria.StatusCodes.Items[1]',
      '501',
      'allowed are 400, 403, 404, 416, 429, 500, 502, 503, 504',
    ],
    [
      {
        OriginGroups: { Items: [group] },
        CacheBehaviors: [{ PathPattern: '/a*', TargetOriginId: 'both', AllowedMethods: ALL_METHODS }],
      },
      'AllowedMethods',
      '{"PathPattern":"/a*","uploads":["PUT","POST","PATCH","DELETE"]}',
      'send uploads to an origin of their own by a cache behavior',
    ],
  ])('fails with %j', (but, path, got, remedy) => {
    const [line, ...more] = distribution(but);
    expect(more).toEqual([]);
    expect(line).toContain(`DistributionConfig.${path}: CloudFront refuses it ("`);
    expect(line).toContain(`, got ${got}`);
    expect(line).toContain(`; ${remedy}`);
  });

  test.each([
    [{}],
    [origin({ ConnectionAttempts: 1 })],
    [origin({ ConnectionAttempts: '3' })],
    [origin({ ConnectionAttempts: UNKNOWN })],
    [origin({ ConnectionTimeout: 1 })],
    [origin({ ConnectionTimeout: 10 })],
    [custom({ OriginReadTimeout: 1 })],
    [custom({ OriginReadTimeout: 120 })],
    [custom({ OriginReadTimeout: 180 })],
    [custom({ OriginKeepaliveTimeout: 300 })],
    [custom({ HTTPPort: 80, HTTPSPort: 443 })],
    [custom({ HTTPPort: 1_024, HTTPSPort: 65_535 })],
    [origin({ OriginPath: '' })],
    [origin({ OriginPath: '/production' })],
    [origin({ ResponseCompletionTimeout: 30 })],
    [page({ ErrorCode: '404', ResponseCode: '200', ResponsePagePath: '/sorry' })],
    [page({ ErrorCode: 416, ErrorCachingMinTTL: 1 })],
    [page({ ErrorCode: 504, ResponseCode: 503, ResponsePagePath: UNKNOWN })],
    [page({ ErrorCode: 504, ResponseCode: UNKNOWN, ResponsePagePath: '/sorry' })],
    [page({ ErrorCode: 504, ResponseCode: UNKNOWN })],
    [pattern('*')],
    [pattern('/a?-_.*$/~"\'@:+&Z9')],
    [pattern(`/${'p'.repeat(254)}`)],
    [methods('HEAD', 'GET')],
    [methods('GET', 'HEAD', 'OPTIONS')],
    [methods(...ALL_METHODS)],
    [methods('GET', UNKNOWN)],
    [{ DefaultCacheBehavior: { ...behavior, CachedMethods: ['OPTIONS', 'GET', 'HEAD'] } }],
    [{ Comment: 'c'.repeat(128) }],
    [{ DefaultRootObject: 'index.html' }],
    [{ DefaultRootObject: '' }],
    [{ OriginGroups: { Items: [group] }, DefaultCacheBehavior: { TargetOriginId: 'both' } }],
    [{ Origins: [{ ...store, Id: UNKNOWN }], DefaultCacheBehavior: { TargetOriginId: 'nobody' } }],
    [{ DefaultCacheBehavior: { TargetOriginId: UNKNOWN } }],
    [{ OriginGroups: UNKNOWN, DefaultCacheBehavior: { TargetOriginId: 'both' } }],
    [{ OriginGroups: { Items: UNKNOWN }, DefaultCacheBehavior: { TargetOriginId: 'both' } }],
    [{ Origins: UNKNOWN, OriginGroups: { Items: [group] } }],
    [{ Aliases: ['shop.example'] }],
  ])('is taken with %j', (but) => {
    expect(distribution(but)).toEqual([]);
  });
});

describe('Names of distributions (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html)', () => {
  const named = (name: string, ...Aliases: readonly unknown[]) => ({
    name,
    properties: { DistributionConfig: { Aliases } },
  });

  test('fail when two distributions have one, whatever its case', () => {
    const [line, ...more] = sharedAliases([
      named('Stack/One', 'shop.example', 'www.example'),
      named('Stack/Two', 'SHOP.example'),
    ]);
    expect(more).toEqual([]);
    expect(line).toContain(
      'Stack/Two.DistributionConfig.Aliases: CloudFront refuses it ("CNAMEAlreadyExists',
    );
    expect(line).toContain('got "shop.example", which Stack/One has too;');
  });

  test('may be many on one distribution, and are not judged where they are not known', () => {
    expect(
      sharedAliases([
        named('Stack/One', 'shop.example', 'www.example', UNKNOWN),
        named('Stack/Two', 'docs.example', UNKNOWN),
        { name: 'Stack/Three', properties: UNKNOWN },
      ]),
    ).toEqual([]);
  });
});

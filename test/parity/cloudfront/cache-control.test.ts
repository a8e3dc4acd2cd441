import { parseCacheControl, statedLifetime } from '../../../lib/rehearsal/aws/cloudfront/rules/cache-control';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#expiration-individual-objects';
const NOW = Date.parse('2026-11-27T12:00:00Z');

describe(`Stated lifetime (${source})`, () => {
  test.each([
    ['nothing', {}, undefined],
    ['max-age', { 'cache-control': 'public, max-age=60' }, 60],
    ['max-age of zero', { 'cache-control': 'max-age=0' }, 0],
    ['s-maxage before max-age', { 'cache-control': 'max-age=60, s-maxage=5' }, 5],
    ['s-maxage after max-age in any case', { 'cache-control': 'S-MaxAge=5,MAX-AGE=60' }, 5],
    ['a quoted number', { 'cache-control': 'max-age="60"' }, 60],
    ['no number', { 'cache-control': 'max-age=soon' }, undefined],
    ['Expires ahead', { expires: 'Fri, 27 Nov 2026 12:01:30 GMT' }, 90],
    ['Expires now', { expires: 'Fri, 27 Nov 2026 12:00:00 GMT' }, 0],
    ['Expires past', { expires: 'Fri, 27 Nov 2026 11:59:59 GMT' }, 0],
    ['Expires unreadable', { expires: '0' }, 0],
    [
      'max-age before Expires',
      { 'cache-control': 'max-age=60', expires: 'Fri, 27 Nov 2026 12:01:30 GMT' },
      60,
    ],
  ])('is read from %s', (_name, headers, seconds) => {
    expect(statedLifetime(headers, NOW)).toBe(seconds);
  });
});

describe('Cache-Control (https://www.rfc-editor.org/rfc/rfc9111#section-5.2)', () => {
  test.each([
    ['no-store', true, undefined],
    ['no-cache', true, undefined],
    ['Private, max-age=60', true, undefined],
    ['public, max-age=60', false, undefined],
    ['max-age=60, stale-if-error=600', false, 600],
    ['stale-if-error=0', false, 0],
    ['', false, undefined],
  ])('%j forbids caching: %s', (header, forbidsCaching, staleIfError) => {
    expect(parseCacheControl({ 'cache-control': header })).toMatchObject({ forbidsCaching, staleIfError });
  });

  test.each([
    ['max-age=60, stale-while-revalidate=30', 30],
    ['stale-while-revalidate=0', 0],
    ['stale-while-revalidate', undefined],
  ])('%j lets caches revalidate for %s s', (header, seconds) => {
    expect(parseCacheControl({ 'cache-control': header }).staleWhileRevalidate).toBe(seconds);
  });
});

import { madeByCloudFront } from '../../../../lib/rehearsal/aws/cloudfront/edge-answer';
import { type CacheEntry, EdgeCache } from '../../../../lib/rehearsal/aws/cloudfront/edge-cache';

const entry = (status: number): CacheEntry => ({
  answer: madeByCloudFront(status),
  storedAtMs: 0,
  ttlSeconds: 1,
});

describe('cache of an edge location', () => {
  test('evicts what nobody has asked for in a while', () => {
    const cache = new EdgeCache(4);
    for (const key of ['a', 'b', 'c']) {
      cache.set(key, entry(1));
    }
    cache.get('a');
    cache.set('d', entry(1));
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')).toBeDefined();
  });

  test('keeps half of its capacity at least', () => {
    const cache = new EdgeCache(10);
    for (let key = 0; key < 100; key += 1) {
      cache.set(String(key), entry(1));
    }
    for (let key = 95; key < 100; key += 1) {
      expect(cache.get(String(key))).toBeDefined();
    }
  });

  test('has the latest entry of a key', () => {
    const cache = new EdgeCache(4);
    for (const status of [200, 404]) {
      cache.set('a', entry(status));
    }
    expect(cache.get('a')?.answer.status).toBe(404);
  });
});

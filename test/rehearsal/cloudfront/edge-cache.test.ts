import { madeByCloudFront } from '../../../lib/rehearsal/cloudfront/edge-answer';
import { type CacheEntry, EdgeCache } from '../../../lib/rehearsal/cloudfront/edge-cache';

const entry = (status: number): CacheEntry => ({
  answer: madeByCloudFront(status, ''),
  storedAtMs: 0,
  ttlSeconds: 1,
});

describe('cache of an edge location', () => {
  test('evicts what was asked for longest ago', () => {
    const cache = new EdgeCache(2);
    cache.set('a', entry(1));
    cache.set('b', entry(2));
    cache.get('a');
    cache.set('c', entry(3));
    expect(['a', 'b', 'c'].map((key) => cache.get(key)?.answer.status)).toEqual([1, undefined, 3]);
  });

  test('evicts nothing for an object that is stored again', () => {
    const cache = new EdgeCache(2);
    for (const key of ['a', 'b', 'b']) cache.set(key, entry(1));
    expect(cache.get('a')).toBeDefined();
  });
});

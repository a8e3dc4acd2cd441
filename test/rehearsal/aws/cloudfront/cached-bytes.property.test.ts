import fc from 'fast-check';
import { aBehavior, anEdgeLocation } from '../../helpers/a-distribution';
import { page, REFUSED, text } from '../../helpers/store-does';

const PATHS = ['/teapot', '/teapot?color=blue', '/cup', '/checkout'];
const bodyOf = (path: string, cookie: string): string => `${path} for ${cookie}`;

/** One request: which path, by which shopper, how long after the one before, and whether the store is up. */
const visit = fc.record({
  path: fc.constantFrom(...PATHS),
  shopper: fc.integer({ min: 1, max: 3 }),
  afterMs: fc.nat(90_000),
  up: fc.boolean(),
});

describe('cache of an edge location', () => {
  test('hands out the very bytes that the origin gave, and each shopper their own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 40 }), async (visits) => {
        const { internet, ask } = anEdgeLocation({
          defaultBehavior: aBehavior({
            cachePolicy: { ...aBehavior().cachePolicy, cookies: { kind: 'all' } },
          }),
        });
        let atMs = 0;
        for (const { path, shopper, afterMs, up } of visits) {
          atMs += afterMs;
          const cookie = `session=${shopper}`;
          internet.answer = (request) =>
            up ? page(bodyOf(request.path, request.headers['cookie'] ?? '')) : REFUSED;
          const answer = await ask(path, atMs, { headers: { host: 'shop.example', cookie } });
          if (answer.status === 200) {
            expect(text(answer)).toBe(bodyOf(path, cookie));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

import fc from 'fast-check';
import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import type { CacheBehavior, Distribution } from '../../../../lib/rehearsal/aws/cloudfront/distribution';
import { EdgeLocation } from '../../../../lib/rehearsal/aws/cloudfront/edge-location';
import { readDistributions } from '../../../../lib/rehearsal/aws/cloudfront/read-distributions';
import { exampleAssembly } from '../../../helpers/example-assembly';
import { FakeHost } from '../../helpers/fake-host';
import { type MadeFor, SessionStore, type StoreHeaders, type StoreState } from '../../helpers/session-store';
import { page } from '../../helpers/store-does';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE'];
const STATES: readonly StoreState[] = [200, 404, 410, 500, 503, 'silent', 'refuses'];
const CACHE_CONTROLS = [
  undefined,
  'private, no-store',
  'no-cache',
  'max-age=0',
  'max-age=60',
  's-maxage=60',
  'public, max-age=1, stale-if-error=600, stale-while-revalidate=600',
];
const VARIES = [undefined, 'Cookie', '*'];
/** Of the store itself, where nothing is anybody else's. */
const OWN_PATHS = ['/', '/account', '/?wc-ajax=checkout'];
/** What is the same for everybody: shared, mirrored, a document. */
const COMMON_PATHS = ['/media/teapot.jpg', '/static/shop.css', '/robots.txt'];

/** One request of one shopper, and how the store takes it. */
interface Ask {
  readonly shopper: number;
  readonly afterMs: number;
  readonly method: string;
  readonly path: string;
  /** What others must not see the answer to, or be able to bring about. */
  readonly headers: Readonly<Record<string, string>>;
  readonly state: StoreState;
  readonly sends: StoreHeaders;
}

/** What there is to say against what shoppers got. Empty when nobody got anything of another's. */
async function objections(distribution: Distribution, asks: readonly Ask[]): Promise<readonly string[]> {
  const internet = new FakeHost();
  const store = new SessionStore();
  const edge = new EdgeLocation(distribution, { internet, addressOf: (name) => name });
  const sessions = new Map<number, string>();
  const given = new Map<string, number>();
  const found: string[] = [];
  let nowMs = 0;
  for (const { shopper, afterMs, method, path, headers, state, sends } of asks) {
    nowMs += afterMs;
    internet.answer = (request) =>
      request.address.includes('s3') ? page('emergency page') : store.answer(request, state, sends);
    const session = sessions.get(shopper);
    const own = { host: 'shop.example.com', ...headers, ...(session && { cookie: session }) };
    const answer = await edge.handle({ method, path, headers: own }, nowMs);
    const cookie = answer.headers['set-cookie'];
    const text = Buffer.from(answer.body).toString();
    const made: Partial<MadeFor> = text.startsWith('{') ? JSON.parse(text) : {};
    for (const [what, of] of [
      ['session', own.cookie],
      ['authorization', headers['authorization']],
      ['language', headers['accept-language']],
      ['forwardedHost', headers['x-forwarded-host']],
    ] as const) {
      if (made[what] !== undefined && made[what] !== of) {
        found.push(`${method} ${path}: another's ${what}`);
      }
    }
    for (const once of [cookie, OWN_PATHS.includes(path) && made.answer && `answer ${made.answer}`]) {
      if (!once) {
        continue;
      }
      if (given.has(once)) {
        found.push(`${method} ${path}: ${once} was given before`);
      }
      given.set(once, shopper);
    }
    if (cookie !== undefined && COMMON_PATHS.includes(path)) {
      found.push(`${path}: a session for everybody`);
    }
    if (cookie !== undefined) {
      sessions.set(shopper, cookie);
    }
  }
  return found;
}

const SENDS: readonly StoreHeaders[] = CACHE_CONTROLS.flatMap((cacheControl) =>
  VARIES.flatMap((vary) =>
    [true, false].map((startsSessions) => ({
      ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
      ...(vary !== undefined && { vary }),
      startsSessions,
    })),
  ),
);

const ask: fc.Arbitrary<Ask> = fc.record({
  shopper: fc.nat(2),
  afterMs: fc.constantFrom(0, 500, 2_990, 40_000, 100_000),
  method: fc.constantFrom('GET', ...METHODS),
  path: fc.constantFrom(...OWN_PATHS, ...COMMON_PATHS),
  headers: fc.record(
    {
      authorization: fc.constantFrom('Bearer one', 'Bearer two'),
      'accept-language': fc.constantFrom('pl', 'zh'),
      'x-forwarded-host': fc.constant('evil.example'),
    },
    { requiredKeys: [] },
  ),
  state: fc.constantFrom<StoreState>(200, ...STATES),
  sends: fc.constantFrom(...SENDS),
});

/** Every cookie and a few headers in the key, and the store decides: the same for all who come without a cookie. */
const KEEPING: CacheBehavior['cachePolicy'] = {
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: 31_536_000,
  cookies: { kind: 'all' },
  queryStrings: { kind: 'all' },
  headers: { kind: 'whitelist', names: ['host', 'authorization', 'origin'] },
};

let example: Distribution;
beforeAll(async () => {
  const [distribution] = readDistributions(new Deployment(readAssembly(await exampleAssembly('edge'))));
  if (distribution === undefined) {
    throw new Error('the example has no distribution');
  }
  example = distribution;
});

describe('no two shoppers of the example store', () => {
  test('get the same session, or a page made for the other, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ask, { minLength: 2, maxLength: 12 }), async (asks) => {
        expect(await objections(example, asks)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test.each([...OWN_PATHS, ...COMMON_PATHS])(
    'share more than they may, with any headers, method and state of the store: %s',
    async (path) => {
      for (const sends of SENDS) {
        for (const method of METHODS) {
          for (const state of STATES) {
            const first = { path, method, state, sends, shopper: 0, afterMs: 0, headers: {} };
            const asks: readonly Ask[] = [
              { ...first, headers: { 'accept-language': 'pl' } },
              // While the first answer is under way, then after it, then in an outage, and by the first one again.
              { ...first, shopper: 1, afterMs: 1_000 },
              { ...first, shopper: 2, afterMs: 5_000 },
              { ...first, shopper: 3, afterMs: 90_000, state: 'refuses' },
              { ...first, shopper: 0, afterMs: 5_000 },
            ];
            expect(await objections(example, asks)).toEqual([]);
          }
        }
      }
    },
  );

  test.each(['in an outage', 'while all is well'] as const)(
    'would get one where the default behavior may keep what the store sends: %s',
    async (when) => {
      const well = when === 'while all is well';
      const keeping = { ...example, defaultBehavior: { ...example.defaultBehavior, cachePolicy: KEEPING } };
      const sends = { ...(well && { 'cache-control': 'max-age=60' }), startsSessions: true };
      const first: Ask = { shopper: 0, afterMs: 0, method: 'GET', path: '/', headers: {}, state: 200, sends };
      const second: Ask = { ...first, shopper: 1, afterMs: 30_000, state: well ? 200 : 'refuses' };
      expect(await objections(keeping, [first, second])).toEqual([
        'GET /: session=1 was given before',
        'GET /: answer 1 was given before',
      ]);
    },
  );
});

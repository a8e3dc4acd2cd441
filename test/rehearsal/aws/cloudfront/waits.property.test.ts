import fc from 'fast-check';
import { originAttempts } from '../../../../lib/rehearsal/aws/cloudfront/rules/origin-attempts';
import type { Exchange } from '../../../../lib/rehearsal/kernel/network/exchange';
import { aResponse } from '../../../parity/helpers/exchanges';

const BLACK_HOLE: Exchange = { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY };

const timeouts = fc.record({
  connectionAttempts: fc.integer({ min: 1, max: 3 }),
  connectionTimeoutMs: fc.integer({ min: 1, max: 10 }).map((seconds) => seconds * 1_000),
  readTimeoutMs: fc.integer({ min: 1, max: 120 }).map((seconds) => seconds * 1_000),
});

describe('wait for an origin', () => {
  test('is never shortened by one more attempt that times out', async () => {
    await fc.assert(
      fc.asyncProperty(timeouts, fc.constantFrom('GET', 'POST'), async (settings, method) => {
        const waits: number[] = [];
        for (let lost = 0; lost <= 3; lost += 1) {
          let attempts = 0;
          const result = await originAttempts(settings, method, () =>
            attempts++ < lost ? BLACK_HOLE : aResponse(),
          );
          waits.push(result.elapsedMs);
        }
        expect(waits).toEqual([...waits].sort((a, b) => a - b));
      }),
    );
  });

  test.each(['connectionAttempts', 'connectionTimeoutMs'] as const)(
    'of nobody who answers is never shortened by greater %s',
    async (setting) => {
      await fc.assert(
        fc.asyncProperty(timeouts, fc.integer({ min: 1, max: 3 }), async (settings, times) => {
          const greater = { ...settings, [setting]: settings[setting] * times };
          const [wait, longer] = await Promise.all(
            [settings, greater].map((each) => originAttempts(each, 'GET', () => BLACK_HOLE)),
          );
          expect(longer?.elapsedMs).toBeGreaterThanOrEqual(wait?.elapsedMs ?? Number.NaN);
        }),
      );
    },
  );
});

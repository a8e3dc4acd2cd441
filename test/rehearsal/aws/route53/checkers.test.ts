import { aResponse } from '../../../parity/helpers/exchanges';
import { anEndpoint, MINUTE, refuse, someHealthChecks } from '../../helpers/some-health-checks';

describe('health checkers that fail', () => {
  const REGIONS = ['us-east-1', 'us-west-1', 'us-west-2', 'eu-west-1', 'ap-southeast-1', 'ap-southeast-2'];
  const SEVEN = [...REGIONS, 'ap-northeast-1'];

  test.each([
    [6, true, REGIONS],
    [7, false, SEVEN],
  ])('in %i of 8 regions leave it healthy: %s', async (_count, healthy, regions) => {
    const checkerFault = ({ region }: { region: string }) =>
      regions.includes(region) ? refuse() : undefined;
    const { clock, healthChecks } = someHealthChecks({ Home: anEndpoint('/') }, 1, { checkerFault });
    await clock.runUntil(2 * MINUTE);
    expect(healthChecks.statuses).toEqual([{ name: '/', healthy }]);
  });
});

describe('health checkers', () => {
  /** When each of the checkers asked, by checker, within a minute in which every answer takes so long. */
  const askedAt = async (answerMs: number): Promise<readonly (readonly number[])[]> => {
    const { clock, internet } = someHealthChecks({ Home: anEndpoint('/') });
    internet.answer = () => aResponse({ connectMs: 0, firstByteMs: answerMs, bodyMs: 0 });
    await clock.runUntil(MINUTE);
    return Array.from({ length: 16 }, (_, index) =>
      internet.received.filter(({ location }) => location === index).map(({ startMs }) => startMs),
    );
  };

  test('ask each at a moment of its own, anywhere in the interval', async () => {
    const first = (await askedAt(100)).map(([firstMs = Number.NaN]) => firstMs);
    expect(new Set(first).size).toBe(16);
    expect(Math.max(...first)).toBeLessThan(10_000);
    expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(5_000);
  });

  test.each([100, 1_900])('wait an interval from an answer to the next request: %d ms', async (answerMs) => {
    for (const [first = Number.NaN, ...later] of await askedAt(answerMs)) {
      expect(later.length).toBeGreaterThan(2);
      for (const [index, atMs] of later.entries()) {
        expect(atMs).toBeCloseTo(first + (index + 1) * (10_000 + answerMs), 3);
      }
    }
  });
});

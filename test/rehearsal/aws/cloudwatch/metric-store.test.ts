import fc from 'fast-check';
import { OWN_METRICS } from '../../../../lambda/status-update/contract/own-metrics';
import { MetricStore } from '../../../../lib/rehearsal/aws/cloudwatch/metric-store';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';

const FIRST_MINUTE = [{ startMs: 0, endMs: 60_000 }];

describe('metric', () => {
  test.each([
    ['AWS/CloudFront', 60, 1],
    ['AWS/CloudFront', 59, 2],
    ['AWS/CloudFront', 10, 6],
    ['AWS/Route53', 60, 1],
    ['AWS/Lambda', 60, 0],
  ])('of %s in periods of %i s is unknown in the newest %i of them', (namespace, periodSeconds, late) => {
    expect(new MetricStore(new VirtualClock(0)).periodsLate(namespace, periodSeconds)).toBe(late);
  });

  test.each([
    ['AWS/CloudFront', 60_000],
    ['AWS/Route53', 30_000],
    ['AWS/Lambda', 0],
    [OWN_METRICS.namespace, 30_000],
    ['Store', 0],
  ])('of %s is there %i ms later', async (namespace, delayMs) => {
    const clock = new VirtualClock(0);
    const metrics = new MetricStore(clock);
    const metric = { namespace, name: 'a', dimensions: {} };
    await clock.runUntil(10_000);
    metrics.put(metric, 7);
    if (delayMs > 0) {
      await clock.runUntil(10_000 + delayMs - 1);
      expect(metrics.datapoints(metric, 'Sum', FIRST_MINUTE)).toEqual([undefined]);
    }
    await clock.runUntil(10_000 + delayMs);
    expect(metrics.datapoints(metric, 'Sum', FIRST_MINUTE)).toEqual([7]);
  });

  test.each([
    [0, [1, undefined]],
    [59_999, [1, undefined]],
    [60_000, [undefined, 1]],
  ])('sampled at %i ms belongs to one period', async (atMs, expected) => {
    const clock = new VirtualClock(atMs);
    const metrics = new MetricStore(clock);
    const metric = { namespace: 'AWS/Test', name: 'a', dimensions: {} };
    metrics.put(metric, 1);
    const periods = [...FIRST_MINUTE, { startMs: 60_000, endMs: 120_000 }];
    expect(metrics.datapoints(metric, 'Sum', periods)).toEqual(expected);
  });

  test.each<[Record<string, string>, number | undefined]>([
    [{ a: '1', b: '2' }, 5],
    [{ b: '2', a: '1' }, 5],
    [{ a: '1' }, undefined],
    [{ a: '1', b: '3' }, undefined],
  ])('is found by all its dimensions, in any order: %j', (dimensions, expected) => {
    const metrics = new MetricStore(new VirtualClock(0));
    metrics.put({ namespace: 'AWS/Test', name: 'm', dimensions: { a: '1', b: '2' } }, 5);
    expect(metrics.datapoints({ namespace: 'AWS/Test', name: 'm', dimensions }, 'Sum', FIRST_MINUTE)).toEqual(
      [expected],
    );
  });

  test('says the same of a period, however often it was asked before', async () => {
    const samples = fc.array(fc.record({ afterMs: fc.nat(40_000), value: fc.nat(9) }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(samples, async (taken) => {
        const metric = { namespace: 'AWS/Route53', name: 'a', dimensions: {} };
        const periods = [...FIRST_MINUTE, { startMs: 60_000, endMs: 120_000 }];
        const clock = new VirtualClock(0);
        const [asked, left] = [new MetricStore(clock), new MetricStore(clock)];
        for (const { afterMs, value } of taken) {
          await clock.runUntil(clock.nowMs + afterMs);
          for (const metrics of [asked, left]) {
            metrics.put(metric, value);
          }
          asked.datapoints(metric, 'Sum', periods);
        }
        await clock.runUntil(clock.nowMs + 30_000);
        const [first, second] = [asked, left].map((metrics) => metrics.datapoints(metric, 'Sum', periods));
        expect(first).toEqual(second);
      }),
    );
  });
});

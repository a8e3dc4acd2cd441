import fc from 'fast-check';
import { StoreLoad } from '../../../../lib/rehearsal/play/store/store-load';

describe('load of the store', () => {
  test('makes requests wait for those before them', () => {
    const load = new StoreLoad({ requestsPerSecond: 10, queue: 5, slowdown: 1 });
    const waits = [0, 0, 0].map((atMs) => load.take(atMs));
    expect(waits).toEqual([0, 100, 200].map((waitMs) => ({ kind: 'served', waitMs })));
  });

  test('is worked off in time', () => {
    const load = new StoreLoad({ requestsPerSecond: 10, queue: 5, slowdown: 1 });
    load.take(0);
    expect(load.take(50)).toMatchObject({ waitMs: 50 });
    expect(load.take(10_000)).toMatchObject({ waitMs: 0 });
  });

  test.each([
    [0, 1],
    [5, 6],
  ])('turns away what does not fit into a queue of %i: the first %i are served', (queue, served) => {
    const load = new StoreLoad({ requestsPerSecond: 1, queue, slowdown: 1 });
    const kinds = Array.from({ length: queue + 3 }, () => load.take(0).kind);
    expect(kinds.indexOf('turned away')).toBe(served);
  });

  test('slows the store down as its queue grows', () => {
    const wait = (slowdown: number) => {
      const load = new StoreLoad({ requestsPerSecond: 10, queue: 10, slowdown });
      for (let request = 0; request < 9; request += 1) {
        load.take(0);
      }
      const turn = load.take(0);
      return turn.kind === 'served' ? turn.waitMs : Number.NaN;
    };
    expect(wait(1)).toBeCloseTo(900);
    expect(wait(3)).toBeCloseTo(2700);
  });

  test('is never a negative wait, whenever requests come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60_000)), (times) => {
        const load = new StoreLoad({ requestsPerSecond: 3, queue: 20, slowdown: 2 });
        for (const atMs of times) {
          const turn = load.take(atMs);
          if (turn.kind === 'served') {
            expect(turn.waitMs).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });
});

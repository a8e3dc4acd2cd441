import fc from 'fast-check';
import {
  firstOf,
  inSequence,
  interval,
  kthOf,
  lastOf,
} from '../../../../lib/rehearsal/judge/prediction/interval';

const things = [interval(10, 40), interval(20, 25), interval(0, 90)];

describe('interval', () => {
  test('adds up, one thing after the other', () => {
    expect(inSequence(interval(1, 2), interval(10, 20))).toEqual(interval(11, 22));
    expect(inSequence()).toEqual(interval(0, 0));
  });

  test.each([
    [0, undefined],
    [1, interval(0, 25)],
    [2, interval(10, 40)],
    [3, interval(20, 90)],
    [4, undefined],
  ])('tells when %i of three things have happened', (k, expected) => {
    expect(kthOf(k, things)).toEqual(expected);
  });

  test('has neither a first nor a last of nothing', () => {
    expect([firstOf([]), lastOf([])]).toEqual([undefined, undefined]);
  });

  const anInterval = fc
    .tuple(fc.nat(1000), fc.nat(1000))
    .map(([earliest, length]) => interval(earliest, earliest + length));

  test('holds the k-th of any things that happen within their own intervals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anInterval, fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1 }),
        fc.nat(),
        (given, pick) => {
          const k = (pick % given.length) + 1;
          const moments = given
            .map(([{ earliestMs, latestMs }, share]) => earliestMs + share * (latestMs - earliestMs))
            .sort((a, b) => a - b);
          const found = kthOf(
            k,
            given.map(([thing]) => thing),
          );
          expect(moments[k - 1]).toBeGreaterThanOrEqual(found?.earliestMs ?? Number.NaN);
          expect(moments[k - 1]).toBeLessThanOrEqual(found?.latestMs ?? Number.NaN);
        },
      ),
    );
  });
});

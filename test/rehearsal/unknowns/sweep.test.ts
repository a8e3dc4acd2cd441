import fc from 'fast-check';
import { between, bothEnds } from '../../../lib/rehearsal/unknowns/sweep';
import { UNKNOWN_DEFAULTS, unknownsWith } from '../../../lib/rehearsal/unknowns/unknown-values';
import { UNKNOWN_NAMES, unknownOf } from '../../../lib/rehearsal/unknowns/unknowns';

describe('ends of what AWS leaves open', () => {
  test('are both for each unknown, but for one that is played anyway', () => {
    const ends = bothEnds(UNKNOWN_DEFAULTS);
    for (const unknown of UNKNOWN_NAMES) {
      const { least, most, default: taken } = unknownOf(unknown);
      const own = ends.filter((end) => end.unknown === unknown).map(({ value }) => value);
      expect(own).toEqual([least, most].filter((end) => end !== taken));
      expect(own.length).toBeGreaterThan(0);
    }
  });

  test('are looked at between themselves and the default, in equal steps', () => {
    const end = { unknown: 'route53MetricDelayMs', value: 180_000 } as const;
    expect(between(end, UNKNOWN_DEFAULTS).map(({ value }) => value)).toEqual([
      60_000, 90_000, 120_000, 150_000,
    ]);
  });

  test('leave out what is no whole number of its own', () => {
    expect(between({ unknown: 'missingCheckers', value: 1 }, UNKNOWN_DEFAULTS)).toEqual([]);
    expect(between({ unknown: 'alarmOrder', value: 2 }, UNKNOWN_DEFAULTS).map(({ value }) => value)).toEqual([
      1,
    ]);
  });

  test('are looked at strictly inside, whatever is played', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...UNKNOWN_NAMES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (unknown, at) => {
          const { least, most } = unknownOf(unknown);
          const from = Math.round(least + (most - least) * at);
          for (const { value } of between({ unknown, value: most }, unknownsWith({ [unknown]: from }))) {
            expect(value).toBeGreaterThan(from);
            expect(value).toBeLessThan(most);
          }
        },
      ),
    );
  });
});

import { RegionalClock } from '../../../../lib/rehearsal/kernel/clock/regional-clock';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';

describe('clock of a region', () => {
  test('does what falls due while the region is down once it is back, in order', async () => {
    const clock = new VirtualClock(0);
    const regional = new RegionalClock(clock, () => (clock.nowMs >= 10 && clock.nowMs < 20 ? 20 : undefined));
    const done: string[] = [];
    for (const atMs of [9, 10, 15, 19, 20, 21]) {
      regional.at(atMs, () => {
        done.push(`${atMs} at ${regional.nowMs}`);
      });
    }
    await clock.runUntil(30);
    expect(new Set(done)).toEqual(
      new Set(['9 at 9', '10 at 20', '15 at 20', '19 at 20', '20 at 20', '21 at 21']),
    );
    expect(done.filter((one) => /^1[0-9]/.test(one))).toEqual(['10 at 20', '15 at 20', '19 at 20']);
  });
});

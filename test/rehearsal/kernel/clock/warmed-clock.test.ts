import { every } from '../../../../lib/rehearsal/kernel/clock/clock';
import { WarmedClock } from '../../../../lib/rehearsal/kernel/clock/warmed-clock';

const NOW_MS = Date.UTC(2026, 10, 27, 9, 0, 0);
const MINUTE = 60_000;
function fail(error: unknown) {
  throw error;
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW_MS });
});

afterEach(() => {
  jest.useRealTimers();
});

describe('warmed clock', () => {
  test('has the whole warm-up pass at once, then pauses in the present', async () => {
    const clock = new WarmedClock(10 * MINUTE, NOW_MS);
    expect(clock.nowMs).toBe(NOW_MS - 10 * MINUTE);
    let runs = 0;
    every(clock, MINUTE, clock.nowMs, () => void runs++);
    await clock.warmUp();
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(clock.nowMs).toBe(NOW_MS);
    expect(runs).toBe(11);
  });

  test.each([
    ['on a whole minute', 0, 10 * MINUTE],
    ['just after it', 1, 10 * MINUTE + 1],
    ['just before the next one', MINUTE - 1, 11 * MINUTE - 1],
  ])('begins on a whole minute when it is made %s', async (_title, pastMs, warmUpMs) => {
    const clock = new WarmedClock(10 * MINUTE, NOW_MS + pastMs);
    expect(clock.nowMs).toBe(NOW_MS + pastMs - warmUpMs);
    await clock.warmUp();
    expect(clock.nowMs).toBe(NOW_MS + pastMs);
  });

  test('runs live what is left of the warm-up, and what comes after, at its speed', async () => {
    const clock = new WarmedClock(MINUTE, NOW_MS);
    const ran: string[] = [];
    clock.at(NOW_MS - 1, () => void ran.push('in the warm-up'));
    clock.at(NOW_MS + MINUTE, () => void ran.push('left over'));
    await clock.warmUp();
    clock.goLive(60, fail);
    clock.at(NOW_MS + 2 * MINUTE, () => void ran.push('live'));
    expect(ran).toEqual(['in the warm-up']);
    await jest.advanceTimersByTimeAsync(999);
    expect(ran).toEqual(['in the warm-up']);
    await jest.advanceTimersByTimeAsync(1);
    expect(ran).toEqual(['in the warm-up', 'left over']);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(ran).toEqual(['in the warm-up', 'left over', 'live']);
    expect(clock.nowMs).toBe(NOW_MS + 2 * MINUTE);
  });

  test('hands over the error of a live task', async () => {
    const clock = new WarmedClock(0, NOW_MS);
    const errors: unknown[] = [];
    clock.goLive(60, (error) => errors.push(error));
    clock.at(NOW_MS, () => Promise.reject(new Error('no such function')));
    await jest.advanceTimersByTimeAsync(1);
    expect(errors.map(String)).toEqual(['Error: no such function']);
  });

  test('runs nothing once it is stopped', async () => {
    const clock = new WarmedClock(0, NOW_MS);
    const ran: string[] = [];
    clock.goLive(60, fail);
    clock.at(NOW_MS + MINUTE, () => void ran.push('scheduled before'));
    clock.stop();
    clock.at(NOW_MS + MINUTE, () => void ran.push('scheduled after'));
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(ran).toEqual([]);
  });
});

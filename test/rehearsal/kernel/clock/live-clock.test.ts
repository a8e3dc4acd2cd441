import { LiveClock } from '../../../../lib/rehearsal/kernel/clock/live-clock';

const NOW_MS = Date.UTC(2026, 10, 27, 9, 0, 0);
const SECOND = 1_000;
const SPEED = 60;
function fail(error: unknown) {
  throw error;
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW_MS });
});

afterEach(() => {
  jest.useRealTimers();
});

/** As when the machine had other things to do: wall time passes, and no timer comes in the meantime. */
const standStill = (wallMs: number) => jest.setSystemTime(Date.now() + wallMs);

describe('live clock', () => {
  test('begins where it is told to, and runs at its speed', async () => {
    const clock = new LiveClock(NOW_MS - 5 * SECOND, SPEED, fail);
    expect(clock.nowMs).toBe(NOW_MS - 5 * SECOND);
    await jest.advanceTimersByTimeAsync(100);
    expect(clock.nowMs).toBe(NOW_MS + 1 * SECOND);
  });

  test('runs what is due in the order of time, whatever came first', async () => {
    const clock = new LiveClock(NOW_MS, SPEED, fail);
    const ran: [string, number][] = [];
    const note = (name: string) => () => void ran.push([name, clock.nowMs - NOW_MS]);
    clock.at(NOW_MS + 12 * SECOND, note('second'));
    clock.at(NOW_MS + 6 * SECOND, note('first'));
    clock.at(NOW_MS - 6 * SECOND, note('long due'));
    await jest.advanceTimersByTimeAsync(200);
    expect(ran).toEqual([
      ['long due', 0],
      ['first', 6 * SECOND],
      ['second', 12 * SECOND],
    ]);
  });

  test('waits for a task that is due when the machine stalls, and loses that time', async () => {
    const clock = new LiveClock(NOW_MS, SPEED, fail);
    const ran: number[] = [];
    clock.at(NOW_MS + 6 * SECOND, () => void ran.push(clock.nowMs));
    clock.at(NOW_MS + 12 * SECOND, () => void ran.push(clock.nowMs));
    standStill(10_000);
    expect(clock.nowMs).toBe(NOW_MS + 6 * SECOND);
    await jest.advanceTimersByTimeAsync(100);
    expect(ran).toEqual([NOW_MS + 6 * SECOND]);
    await jest.advanceTimersByTimeAsync(100);
    expect(ran).toEqual([NOW_MS + 6 * SECOND, NOW_MS + 12 * SECOND]);
  });

  test.each([
    ['no later than its tolerance', 20, 20],
    ['later', 21, 0],
  ])('makes up for a task that starts %s', async (_title, lateMs, keptMs) => {
    const clock = new LiveClock(NOW_MS, SPEED, fail);
    clock.at(NOW_MS, () => undefined);
    standStill(lateMs);
    await jest.advanceTimersByTimeAsync(0);
    expect(clock.nowMs).toBe(NOW_MS + keptMs * SPEED);
  });

  test('goes on while a task is under way', async () => {
    const clock = new LiveClock(NOW_MS, SPEED, fail);
    clock.at(NOW_MS, () => new Promise(() => undefined));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(clock.nowMs).toBe(NOW_MS + 60 * SECOND);
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('no such function'))],
    ['throws', () => fail(new Error('no such function'))],
  ])('hands over the error of a task that %s, and goes on', async (_title, task) => {
    const errors: unknown[] = [];
    const clock = new LiveClock(NOW_MS, SPEED, (error) => errors.push(error));
    let ran = false;
    clock.at(NOW_MS, task as () => Promise<void>);
    clock.at(NOW_MS, () => {
      ran = true;
    });
    await jest.advanceTimersByTimeAsync(1);
    expect(errors.map(String)).toEqual(['Error: no such function']);
    expect(ran).toBe(true);
  });

  test('never turns back, whatever is scheduled and however late the machine is', async () => {
    const clock = new LiveClock(NOW_MS, SPEED, fail);
    const seen: number[] = [];
    const look = () => void seen.push(clock.nowMs);
    for (let step = 0; step < 200; step++) {
      clock.at(NOW_MS + ((step * 7919) % 600) * SECOND, look);
      look();
      standStill((step * 31) % 90);
      look();
      await jest.advanceTimersByTimeAsync((step * 17) % 50);
      look();
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});

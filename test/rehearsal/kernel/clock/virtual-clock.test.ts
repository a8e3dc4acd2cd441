import fc from 'fast-check';
import { every } from '../../../../lib/rehearsal/kernel/clock/clock';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';

const someTimes = fc.array(fc.integer({ min: -50, max: 200 }), { maxLength: 60 });

describe('virtual clock', () => {
  test('runs tasks in order of time, then of scheduling', async () => {
    await fc.assert(
      fc.asyncProperty(someTimes, async (times) => {
        const clock = new VirtualClock(0);
        const ran: { dueMs: number; index: number }[] = [];
        for (const [index, dueMs] of times.entries()) {
          clock.at(dueMs, () => void ran.push({ dueMs: Math.max(0, dueMs), index }));
        }
        await clock.runUntil(200);
        const sorted = [...ran].sort((a, b) => a.dueMs - b.dueMs || a.index - b.index);
        expect(ran).toEqual(sorted);
        expect(ran).toHaveLength(times.length);
      }),
    );
  });

  test('never goes back, also for tasks that schedule others in the past', async () => {
    await fc.assert(
      fc.asyncProperty(someTimes, someTimes, async (times, later) => {
        const clock = new VirtualClock(0);
        const seen: number[] = [];
        for (const [index, dueMs] of times.entries()) {
          clock.at(dueMs, () => {
            seen.push(clock.nowMs);
            clock.at(later[index] ?? 0, () => void seen.push(clock.nowMs));
          });
        }
        await clock.runUntil(200);
        expect(seen).toEqual([...seen].sort((a, b) => a - b));
        expect(seen).toHaveLength(2 * times.length);
      }),
    );
  });

  test.each([
    [999, []],
    [1_000, ['task']],
    [1_001, ['task']],
  ])('runs a task of 1,000 ms when it runs until %i ms', async (endMs, expected) => {
    const clock = new VirtualClock(0);
    const ran: string[] = [];
    clock.at(1_000, () => void ran.push('task'));
    await clock.runUntil(endMs);
    expect(ran).toEqual(expected);
    expect(clock.nowMs).toBe(endMs);
  });

  test('shows a task the instant it is due', async () => {
    const clock = new VirtualClock(500);
    const seen: number[] = [];
    clock.at(700, () => void seen.push(clock.nowMs));
    clock.at(100, () => void seen.push(clock.nowMs));
    await clock.runUntil(1_000);
    expect(seen).toEqual([500, 700]);
  });

  test('waits for a task before it moves on', async () => {
    const clock = new VirtualClock(0);
    const seen: string[] = [];
    clock.at(1, async () => {
      await new Promise(setImmediate);
      seen.push(`slow at ${clock.nowMs}`);
    });
    clock.at(2, () => void seen.push(`next at ${clock.nowMs}`));
    await clock.runUntil(5);
    expect(seen).toEqual(['slow at 1', 'next at 2']);
  });

  test('fails when a task fails', async () => {
    const clock = new VirtualClock(0);
    clock.at(1, () => Promise.reject(new Error('boom')));
    await expect(clock.runUntil(2)).rejects.toThrow('boom');
  });

  test('goes on where it stopped', async () => {
    const clock = new VirtualClock(0);
    const seen: number[] = [];
    every(clock, 10, 5, () => void seen.push(clock.nowMs));
    await clock.runUntil(15);
    await clock.runUntil(34);
    expect(seen).toEqual([5, 15, 25]);
  });
});

describe('task that recurs', () => {
  test('keeps its rhythm when the clock jumps over a slow neighbor', async () => {
    const clock = new VirtualClock(0);
    const seen: number[] = [];
    every(clock, 60_000, 30_000, () => void seen.push(clock.nowMs));
    every(clock, 7, 0, () => undefined);
    await clock.runUntil(150_000);
    expect(seen).toEqual([30_000, 90_000, 150_000]);
  });

  test('ends when it fails', async () => {
    const clock = new VirtualClock(0);
    let runs = 0;
    every(clock, 10, 0, () => {
      runs += 1;
      throw new Error('boom');
    });
    await expect(clock.runUntil(100)).rejects.toThrow('boom');
    await clock.runUntil(100);
    expect(runs).toBe(1);
  });
});

import { defaultBudgets } from '../lib/rehearsal-budgets';

describe('the default budgets', () => {
  test.each([
    [undefined, 63],
    [30, 63],
    [60, 63],
    [61, 64],
    [120, 123],
  ])('with a writeTimeout of %p s let a form wait for %d s', (writeSeconds, expected) => {
    expect(defaultBudgets('edge', true, writeSeconds).worstFormWaitSeconds).toBe(expected);
    expect(defaultBudgets('edge', false, writeSeconds).worstFormWaitSeconds).toBe(expected);
  });
});

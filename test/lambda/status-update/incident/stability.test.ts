import { isUnstable, noteChange } from '../../../../lambda/status-update/incident/stability';

const MINUTE_MS = 60_000;
const at = (...minutes: number[]) => minutes.map((minute) => minute * MINUTE_MS);

describe('stability', () => {
  test.each([
    [at(0, 1, 2), 2, false],
    [at(0, 1, 2, 3), 3, true],
    [at(0, 1, 2, 3), 17, true],
    [at(0, 1, 2, 3), 18, false],
    [at(0, 8, 16, 24), 29, true],
    [at(0, 8, 16, 24), 30, false],
  ])('of changes at %j ms is lost at minute %i: %s', (changes, minute, unstable) => {
    expect(isUnstable(changes, minute * MINUTE_MS)).toBe(unstable);
  });

  test('forgets changes that are half an hour old', () => {
    expect(noteChange(at(0, 1), 30 * MINUTE_MS)).toEqual(at(1, 30));
  });
});

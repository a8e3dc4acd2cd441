import {
  isCalm,
  isSameAgain,
  isUnstable,
  noteChange,
} from '../../../../lambda/status-update/incident/stability';

const MINUTE_MS = 60_000;
const at = (...minutes: number[]) => minutes.map((minute) => minute * MINUTE_MS);

describe('stability', () => {
  test.each([
    [at(0, 1, 2), 2, false],
    [at(0, 1, 2, 3), 3, true],
    [at(0, 1, 30, 59), 59, true],
    [at(0, 1, 30, 60), 60, false],
  ])('of changes at %j ms is lost at minute %i: %s', (changes, minute, unstable) => {
    expect(isUnstable(changes, minute * MINUTE_MS)).toBe(unstable);
  });

  test.each([
    ['for a quarter of an hour at least', at(0, 1, 2, 3), 17.9, false],
    ['for a quarter of an hour', at(0, 1, 2, 3), 18, true],
    [
      'for less than one and a half times as long as it was in this state before',
      at(0, 12, 24, 36),
      53.9,
      false,
    ],
    ['for one and a half times as long', at(0, 12, 24, 36), 54, true],
    ['and was in this state for a minute only, however long in the other', at(0, 1, 30), 45, true],
    ['and was in this state for almost half an hour', at(1, 30, 31), 74.4, false],
    ['for three quarters of an hour, however long it was before', at(0, 50, 55), 100, true],
    ['ever', [], 0, true],
  ])('is back when nothing has changed %s', (_, changes, minute, calm) => {
    expect(isCalm(changes, minute * MINUTE_MS)).toBe(calm);
  });

  test('forgets changes that are an hour old', () => {
    expect(noteChange(at(0, 1), 60 * MINUTE_MS)).toEqual(at(1, 60));
  });

  test.each([
    [44.9, true],
    [45, false],
    [45.1, false],
  ])('an outage %d minutes after the last was over is the same one: %s', (minutes, same) => {
    expect(isSameAgain(0, minutes * MINUTE_MS)).toBe(same);
  });
});

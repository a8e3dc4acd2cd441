import { firstSign } from '../../../../lambda/status-update/review/series';
import { at, series } from '../helpers/reviews';

describe('first sign of an incident whose first alarm came at 09:57', () => {
  test.each([
    ['an error rate at the noise', 'low', { '09:55': 0, '09:56': 1 }, undefined],
    ['an error rate above the noise', 'low', { '09:55': 0, '09:56': 1.1 }, '09:56'],
    ['errors in the only minute that is known', 'low', { '09:56': 46 }, '09:56'],
    ['no more errors than there always are', 'low', { '09:54': 4, '09:55': 4.5, '09:56': 4 }, undefined],
    ['more than there always are', 'low', { '09:54': 4, '09:55': 5.1, '09:56': 40 }, '09:55'],
    ['all checkers but noise', 'high', { '09:55': 99, '09:56': 99 }, undefined],
    ['fewer healthy checkers', 'high', { '09:55': 98, '09:56': 12 }, '09:55'],
    ['one good minute between', 'high', { '09:54': 12, '09:55': 100, '09:56': 12 }, '09:54'],
    ['two good minutes between', 'high', { '09:53': 12, '09:54': 100, '09:55': 100, '09:56': 12 }, '09:56'],
    ['bad minutes after the alarm only', 'low', { '09:56': 0, '09:58': 50 }, undefined],
    ['nothing measured', 'low', {}, undefined],
  ] as const)('with %s (%s is good: %j) is %s', (_, good, values, began) => {
    expect(firstSign(series(good, values), at('09:57'))).toBe(began && at(began));
  });
});

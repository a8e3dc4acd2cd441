import { inRestoreOrder } from '../../../lib/monitoring/alarms/restore-order';

const one = (name: string, restoreOrder?: number, critical = false) => ({ name, restoreOrder, critical });

test.each([
  ['as listed', [one('a'), one('b')], 'ab'],
  ['by their place', [one('a', 3), one('b', 2), one('c', 100), one('d', 1)], 'dbac'],
  ['as listed where two have one place', [one('a', 2), one('b', 1), one('c', 1)], 'bca'],
  ['those that have a place first', [one('a'), one('b', 100)], 'ba'],
  ['then those that close the store', [one('a'), one('b', undefined, true), one('c', 1)], 'cba'],
])('endpoints are restored %s', (_, endpoints, expected) => {
  expect(
    inRestoreOrder(endpoints)
      .map(({ name }) => name)
      .join(''),
  ).toBe(expected);
});

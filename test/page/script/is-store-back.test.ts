import { isStoreBack } from '../../../lib/page/script/is-store-back';

describe('answer to a probe', () => {
  test.each([
    [0, true],
    [200, true],
    [204, true],
    [404, true],
    [428, true],
    [429, false],
    [430, true],
    [499, true],
    [500, false],
    [503, false],
  ])('with status %d comes from an open store: %s', (status, back) => {
    expect(isStoreBack(status)).toBe(back);
  });
});

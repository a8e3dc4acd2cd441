import { isStoreBack } from '../../../../lib/emergency-site/page/script/is-store-back';

describe('answer to a probe', () => {
  test.each([
    ['basic', 200, true],
    ['basic', 204, true],
    ['opaqueredirect', 0, true],
    ['basic', 404, true],
    ['basic', 405, true],
    ['basic', 429, false],
    ['basic', 499, true],
    ['basic', 500, false],
    ['basic', 503, false],
    ['error', 0, false],
  ])('of type %s with status %d comes from an open store: %s', (type, status, back) => {
    expect(isStoreBack({ type, status })).toBe(back);
  });
});

import { asksItself, leadsHome } from '../../../lib/page/script/way-back';

describe('way back', () => {
  test.each([
    ["a link or a form of the shop's own", true, '', false, true],
    ['an address with a query', true, '?token=abc', false, false],
    ['a place where shoppers pay', true, '', true, false],
    ['an e-mail or a typed address', false, '', false, false],
    ['a payment provider', false, '?token=abc', true, false],
  ])('asks the very address only where a form may have been sent: %s', (_, fromShop, query, pays, asks) => {
    expect(asksItself(fromShop, query, pays)).toBe(asks);
  });

  test.each([
    [0, false],
    [200, false],
    [204, false],
    [399, false],
    [400, true],
    [404, true],
    [405, true],
    [410, true],
  ])('of an address that answers %d itself leads home: %s', (status, home) => {
    expect(leadsHome(true, status, true)).toBe(home);
  });

  test.each([0, 200, 404])('of an address that was not asked depends on no answer, such as %d', (status) => {
    expect(leadsHome(false, status, false)).toBe(false);
    expect(leadsHome(false, status, true)).toBe(true);
  });
});

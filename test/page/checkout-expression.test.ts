import { checkoutExpression } from '../../lib/page/checkout-expression';

/** As the page's script uses it. */
const isCheckout = (path: string, patterns?: readonly string[]): boolean =>
  new RegExp(checkoutExpression(patterns), 'i').test(path);

describe('checkout path patterns', () => {
  test.each([
    ['/checkout', true],
    ['/en/Checkout/step-2', true],
    ['/payments/7', true],
    ['/products/7', false],
    ['/', false],
  ])('without any take %s as a checkout: %s', (path, expected) => {
    expect(isCheckout(path)).toBe(expected);
  });

  test.each([
    ['/kasa*', '/kasa/krok-2', true],
    ['/kasa*', '/pl/kasa', false],
    ['*/kasa', '/pl/kasa', true],
    ['*/kasa', '/pl/kasa/krok-2', false],
    ['/pay.php', '/pay.php', true],
    ['/pay.php', '/pay-php', false],
    ['/(a|b)', '/(a|b)', true],
    ['/(a|b)', '/a', false],
    ['/оформление*', new URL('/оформление/2', 'https://x').pathname, true],
    ['*付款*', new URL('/付款', 'https://x').pathname, true],
  ])('with %s take %s as a checkout: %s', (pattern, path, expected) => {
    expect(isCheckout(path, [pattern])).toBe(expected);
  });

  test('match when one of them does', () => {
    expect(isCheckout('/basket', ['/pay', '/basket'])).toBe(true);
  });
});

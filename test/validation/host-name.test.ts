import { isHostName, liesInZone } from '../../lib/validation/host-name';

describe('host name', () => {
  test.each<[string, boolean]>([
    ['shop.example.com', true],
    ['xn--caf-dma.example.com', true],
    [`${'a'.repeat(63)}.com`, true],
    [`${'a'.repeat(64)}.com`, false],
    ['localhost', false],
    ['Shop.example.com', false],
    ['-shop.example.com', false],
    ['shop-.example.com', false],
    ['shop..com', false],
    ['shop.example.com.', false],
    ['shop_1.example.com', false],
    [`${'a.'.repeat(126)}a`, true],
    [`${'a.'.repeat(127)}a`, false],
  ])('%s is one: %j', (name, expected) => {
    expect(isHostName(name)).toBe(expected);
  });

  test.each<[string, string, boolean]>([
    ['example.com', 'example.com', true],
    ['example.com', 'example.com.', true],
    ['shop.example.com', 'example.com', true],
    ['shop-example.com', 'example.com', false],
    ['com', 'example.com', false],
  ])('%s lies in the zone %s: %j', (name, zone, expected) => {
    expect(liesInZone(name, zone)).toBe(expected);
  });
});

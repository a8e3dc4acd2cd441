import { isPublicIpv4, isPublicIpv6 } from '../../lib/validation/public-address';

describe('public address', () => {
  test.each<[string, boolean]>([
    ['23.227.38.65', true],
    ['9.255.255.255', true],
    ['10.0.0.0', false],
    ['10.255.255.255', false],
    ['11.0.0.0', true],
    ['100.63.255.255', true],
    ['100.64.0.0', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['172.15.255.255', true],
    ['172.16.0.0', false],
    ['172.31.255.255', false],
    ['172.32.0.0', true],
    ['192.168.0.1', false],
    ['198.18.0.1', false],
    ['203.0.113.7', false],
    ['223.255.255.255', true],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['0.0.0.0', false],
    ['256.1.1.1', false],
    ['shop.example.com', false],
    ['2620:127:f00f:5::', false],
  ])('of version 4: %s is one: %j', (address, expected) => {
    expect(isPublicIpv4(address)).toBe(expected);
  });

  test.each<[string, boolean]>([
    ['2620:127:f00f:5::', true],
    ['2000::1', true],
    ['2001:db8::1', false],
    ['2001:db9::1', true],
    ['3fff::1', true],
    ['4000::1', false],
    ['::1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['ff02::1', false],
    ['::ffff:10.0.0.1', false],
    ['23.227.38.65', false],
  ])('of version 6: %s is one: %j', (address, expected) => {
    expect(isPublicIpv6(address)).toBe(expected);
  });
});

import { shopNames } from '../../lib/failover/shop-names';
import { dnsProps, edgeProps } from '../helpers/store-props';

describe('names of the shop', () => {
  test("start with the store's own and go on in the order of the props", () => {
    const alternateDomainNames = ['www.shop.example.com', 'm.shop.example.com'];
    expect(shopNames(edgeProps({ alternateDomainNames })).shop).toEqual([
      'shop.example.com',
      ...alternateDomainNames,
    ]);
    expect(shopNames(dnsProps()).shop).toEqual(['shop.example.com', 'www.shop.example.com']);
  });

  test("include the origin's among those that must not be probed, where CloudFront is the front door", () => {
    expect(shopNames(edgeProps()).failOver).toEqual(['shop.example.com', 'origin.shop.example.com']);
    expect(shopNames(dnsProps()).failOver).toEqual(['shop.example.com', 'www.shop.example.com']);
  });

  test.each([
    [undefined, 'origin.shop.example.com'],
    ['direct.example.com', 'direct.example.com'],
  ])('follow originDomainName %j: the origin is %s', (name, expected) => {
    expect(shopNames(edgeProps({ originDomainName: name })).origin).toBe(expected);
  });
});

import { differences } from '../../../lib/operator/verify/differences';

const IDS = new Map([['Check', 'hc-1']]);

describe('differences between template and AWS', () => {
  test.each([
    ['the same', { Type: 'HTTPS' }, { Type: 'HTTPS' }],
    ['numbers as text', { TTL: '60' }, { TTL: 60 }],
    ['names with a dot at the end', { Name: 'Shop.example.com.' }, { Name: 'shop.example.com' }],
    ['more than the template says', { Type: 'HTTPS' }, { Type: 'HTTPS', Inverted: false }],
    ['references', { HealthCheckId: { Ref: 'Check' } }, { HealthCheckId: 'hc-1' }],
    [
      'what only a deployment knows',
      { Name: { 'Fn::GetAtt': ['A', 'DomainName'] } },
      { Name: 'd1.cloudfront.net' },
    ],
    ['references to nothing known', { Id: { Ref: 'Other' } }, { Id: 'x' }],
    ['lists in another order', { Regions: ['a', 'b'] }, { Regions: ['b', 'a'] }],
  ])('are none for %s', (_what, expected, actual) => {
    expect(differences(expected, actual, IDS)).toEqual([]);
  });

  test.each([
    [{ TTL: '60' }, { TTL: 300 }, 'TTL is 300, deployed as "60"'],
    [{ TTL: '60' }, {}, 'TTL is missing, deployed as "60"'],
    [
      { HealthCheckId: { Ref: 'Check' } },
      { HealthCheckId: 'hc-2' },
      'HealthCheckId is "hc-2", deployed as "hc-1"',
    ],
    [
      { AliasTarget: { DNSName: 'a' } },
      { AliasTarget: { DNSName: 'b' } },
      'AliasTarget.DNSName is "b", deployed as "a"',
    ],
    [{ AliasTarget: { DNSName: 'a' } }, undefined, 'AliasTarget.DNSName is missing, deployed as "a"'],
    [{ Regions: ['a'] }, { Regions: ['a', 'b'] }, 'Regions is ["a","b"], deployed as ["a"]'],
    [{ Regions: ['a', 'b'] }, { Regions: ['a', 'c'] }, 'Regions is ["a","c"], deployed as ["a","b"]'],
  ])('of %j and %j are told', (expected, actual, text) => {
    expect(differences(expected, actual, IDS)).toEqual([text]);
  });
});

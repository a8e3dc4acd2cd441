import { aResource } from '../../helpers/a-deployment';
import { aRecord, aZone, type ZoneResources } from '../../helpers/a-zone';

describe('records with one name', () => {
  const plain = aRecord({ Name: 'a.example.', ResourceRecords: ['192.0.2.1'], TTL: 60 });
  const side = (Failover: string) =>
    aRecord({ Name: 'A.example', Failover, ResourceRecords: ['192.0.2.1'], TTL: 60 });

  test.each<[string, ZoneResources, string]>([
    ['two plain records', { One: plain, Two: plain }, 'Two'],
    ['two PRIMARY records', { One: side('PRIMARY'), Two: side('PRIMARY') }, 'Two'],
    ['a plain record beside a failover record', { One: side('PRIMARY'), Two: plain }, 'Two'],
    [
      'a third failover record',
      { One: side('SECONDARY'), Two: side('PRIMARY'), Three: side('SECONDARY') },
      'Three',
    ],
  ])('stop the rehearsal when they are %s', (_name, resources, extra) => {
    expect(() => aZone(resources)).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_PROPERTY',
        message: `Stack/${extra}.Name: has the name and type of Stack/One, got a.example A; a rehearsal has one zone, with one record or one failover pair for each`,
      }),
    );
  });

  test.each<[string, ZoneResources]>([
    ['a failover pair', { One: side('SECONDARY'), Two: side('PRIMARY') }],
    [
      'of different types',
      { One: plain, Two: aRecord({ Name: 'a.example.', Type: 'TXT', ResourceRecords: ['"x"'] }) },
    ],
  ])('may be %s', (_name, resources) => {
    expect(() => aZone(resources)).not.toThrow();
  });
});

describe('wildcard', () => {
  const wildcards = {
    All: aRecord({ Name: '*.example.com.', ResourceRecords: ['192.0.2.1'], TTL: 60 }),
    Shop: aRecord({ Name: '\\052.shop.example.com.', ResourceRecords: ['192.0.2.2'], TTL: 60 }),
    Own: aRecord({ Name: 'own.example.com.', ResourceRecords: ['192.0.2.3'], TTL: 60 }),
    Text: aRecord({ Name: 'text.example.com.', Type: 'TXT', ResourceRecords: ['"x"'], TTL: 60 }),
  };

  test.each([
    ['www.example.com', '192.0.2.1'],
    ['a.b.example.com', '192.0.2.1'],
    ['www.shop.example.com', '192.0.2.2'],
    ['shop.example.com', 'shop.example.com'],
    ['own.example.com', '192.0.2.3'],
    ['below.own.example.com', 'below.own.example.com'],
    ['text.example.com', 'text.example.com'],
    ['example.com', 'example.com'],
    ['com', 'com'],
  ])('answers for a name without records of its own: %s', (name, address) => {
    expect(aZone(wildcards).zone.answer(name).address).toBe(address);
  });

  describe('no longer answers for a shop once a deployment makes', () => {
    const validated = (DomainName: unknown, but: Record<string, unknown> = { HostedZoneId: 'Z1' }) =>
      aResource('AWS::CertificateManager::Certificate', {
        DomainName,
        DomainValidationOptions: [{ DomainName, ...but }],
      });
    const at = (Name: string) => aRecord({ Name, Type: 'CNAME', ResourceRecords: ['store.example.net'] });
    const group = aResource('AWS::Route53::RecordSetGroup', { RecordSets: [{ Name: 'a.shop.example.com' }] });

    test.each<[string, ZoneResources[string]]>([
      ['a record below it', at('origin.shop.example.com.')],
      ['a record far below it', at('a.b.SHOP.example.com')],
      ['a group of records below it', group],
      ['the record that validates its certificate', validated('shop.example.com')],
      ['the record that validates a wildcard of its own', validated('*.shop.example.com')],
    ])('%s', (_what, Made) => {
      const { zone } = aZone({ All: wildcards.All, Made });
      expect(zone.answer('shop.example.com').address).toBe('shop.example.com');
      expect(zone.whyWildcardIsSilent('shop.example.com')).toBe(
        '*.example.com does not answer for it any more, because Stack/Made makes a record below it (RFC 4592, 2.2.2)',
      );
    });

    test.each<[string, ZoneResources[string]]>([
      ['a record of a sibling', at('other.example.com')],
      ['a record of a name that ends alike', at('origin.myshop.example.com')],
      ['a certificate that is validated elsewhere', validated('shop.example.com', {})],
      ['a certificate for a name that only a deployment knows', validated({ 'Fn::Unknown': 'x' })],
    ])('but not %s', (_what, Made) => {
      const { zone } = aZone({ All: wildcards.All, Made });
      expect(zone.answer('shop.example.com').address).toBe('192.0.2.1');
      expect(zone.whyWildcardIsSilent('shop.example.com')).toBeUndefined();
    });

    test('anything, unless it has a record of its own', () => {
      const Own = aRecord({ Name: 'shop.example.com', ResourceRecords: ['192.0.2.1'], TTL: 60 });
      const { zone } = aZone({ All: wildcards.All, Own, Made: at('origin.shop.example.com.') });
      expect(zone.answer('shop.example.com').address).toBe('192.0.2.1');
      expect(zone.whyWildcardIsSilent('shop.example.com')).toBeUndefined();
    });
  });

  test('may fail over', () => {
    const side = (Failover: string, address: string) =>
      aRecord({ Name: '*.example.com', Failover, HealthCheckId: Failover, ResourceRecords: [address] });
    const resources = { One: side('PRIMARY', '192.0.2.1'), Two: side('SECONDARY', '192.0.2.2') };
    const { zone } = aZone(resources, { PRIMARY: false, SECONDARY: true });
    expect(zone.lookup('shop.example.com')).toEqual({
      address: '192.0.2.2',
      failovers: [{ recordName: '*.example.com', answer: 'SECONDARY' }],
    });
  });

  test('that leads to a name of its own stops the rehearsal', () => {
    const All = aRecord({ Name: '*.example.com.', Type: 'CNAME', ResourceRecords: ['www.example.com'] });
    expect(() => aZone({ All })).toThrow('Stack/All: leads in a circle, got *.example.com, *.example.com;');
  });
});

import { aRecord, aZone, type ZoneResources } from '../helpers/a-zone';

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
    ['own.example.com', '192.0.2.3'],
    ['below.own.example.com', 'below.own.example.com'],
    ['text.example.com', 'text.example.com'],
    ['example.com', 'example.com'],
    ['com', 'com'],
  ])('answers for a name without records of its own: %s', (name, address) => {
    expect(aZone(wildcards).zone.answer(name).address).toBe(address);
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

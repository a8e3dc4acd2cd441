import {
  describeRecord,
  recordConflict,
  zoneRecord,
} from '../../../../lib/operator/verify/update/record-conflict';

const record = (properties: Record<string, unknown>) =>
  zoneRecord({ Name: 'shop.example.com.', ...properties });
const side = (Failover: string, Type = 'A', SetIdentifier = Failover) =>
  record({ Type, Failover, SetIdentifier });
const CNAME_ALONE = 'Route 53 has no CNAME beside any other type of the same name';

describe('a record beside another', () => {
  test.each([
    ['a CNAME beside an address', record({ Type: 'A' }), record({ Type: 'CNAME' }), CNAME_ALONE],
    ['an address beside a CNAME', record({ Type: 'CNAME' }), record({ Type: 'AAAA' }), CNAME_ALONE],
    ['a CNAME beside a text', record({ Type: 'TXT' }), side('PRIMARY', 'CNAME'), CNAME_ALONE],
    ['itself', record({ Type: 'A' }), record({ Type: 'A', TTL: 5 }), 'the same record is there already'],
    [
      'itself in capitals',
      record({ Type: 'A' }),
      record({ Type: 'A', Name: 'SHOP.example.com' }),
      'the same record is there already',
    ],
    ['its own side again', side('PRIMARY'), side('PRIMARY'), 'the same record is there already'],
    [
      'a failover record beside a simple one',
      record({ Type: 'A' }),
      side('PRIMARY'),
      'Route 53 has no failover record beside a simple one of the same name and type',
    ],
    [
      'a simple record beside a failover one',
      side('SECONDARY'),
      record({ Type: 'A' }),
      'Route 53 has no simple record beside a failover one of the same name and type',
    ],
    [
      'a failover record beside a weighted one',
      record({ Type: 'A', Weight: 0, SetIdentifier: 'w' }),
      side('PRIMARY'),
      'Route 53 has no failover record beside a weight one of the same name and type',
    ],
    [
      'a second PRIMARY',
      side('PRIMARY'),
      side('PRIMARY', 'A', 'x'),
      'a name has one PRIMARY record of a type',
    ],
  ])('is refused: %s', (_what, existing, made, because) => {
    expect(recordConflict(existing, made)).toBe(because);
  });

  test.each([
    ['an address of another version', record({ Type: 'A' }), record({ Type: 'AAAA' })],
    ['a text beside an address', side('PRIMARY'), record({ Type: 'TXT' })],
    ['SECONDARY beside PRIMARY', side('PRIMARY'), side('SECONDARY')],
    [
      'another weight',
      record({ Type: 'A', Weight: 1, SetIdentifier: 'a' }),
      record({ Type: 'A', Weight: 2, SetIdentifier: 'b' }),
    ],
    [
      'a CNAME of another name',
      record({ Type: 'A' }),
      record({ Type: 'CNAME', Name: 'www.shop.example.com' }),
    ],
  ])('is taken: %s', (_what, existing, made) => {
    expect(recordConflict(existing, made)).toBeUndefined();
  });
});

describe('a record in words', () => {
  test.each([
    [{ Type: 'A', ResourceRecords: ['192.0.2.1', '192.0.2.2'] }, 'A, leading to 192.0.2.1, 192.0.2.2'],
    [
      { Type: 'CNAME', ResourceRecords: [{ Value: 'shops.example.org' }] },
      'CNAME, leading to shops.example.org',
    ],
    [{ Type: 'A', AliasTarget: { DNSName: 'd1.cloudfront.net' } }, 'A, leading to d1.cloudfront.net'],
    [{ Type: 'A', AliasTarget: { DNSName: { 'Fn::GetAtt': ['D', 'DomainName'] } } }, 'A'],
  ])('%j', (properties, text) => {
    expect(describeRecord(record(properties))).toBe(text);
  });
});

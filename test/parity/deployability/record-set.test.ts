import { UNKNOWN } from '../../../lib/rehearsal/aws/deployability/limit';
import {
  RECORD_SET_GROUP_LIMITS,
  RECORD_SET_LIMITS,
} from '../../../lib/rehearsal/aws/deployability/record-set';
import { refused } from '../helpers/refused';

const source = 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html';
const simple = { Name: 'shop.example', Type: 'A', TTL: 60, ResourceRecords: ['192.0.2.44'] };
const alias = { Name: 'shop.example', Type: 'A', AliasTarget: { DNSName: 'd.example', HostedZoneId: 'Z' } };
const failover = { ...simple, Failover: 'PRIMARY', SetIdentifier: 'primary' };
const exactlyOneTarget =
  'Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]';

describe(`Record that Route 53 refuses (${source})`, () => {
  test.each([
    [{ ...failover, SetIdentifier: undefined }, 'SetIdentifier: ', "Missing field 'SetIdentifier'", 'null'],
    [{ ...failover, SetIdentifier: '' }, 'SetIdentifier: ', "Missing field 'SetIdentifier'", '""'],
    [{ ...simple, Weight: 0 }, 'SetIdentifier: ', "Missing field 'SetIdentifier'", 'null'],
    [{ ...simple, Region: 'eu-west-1' }, 'SetIdentifier: ', "Missing field 'SetIdentifier'", 'null'],
    [{ ...simple, MultiValueAnswer: true }, 'SetIdentifier: ', "Missing field 'SetIdentifier'", 'null'],
    [{ ...simple, SetIdentifier: 'x' }, 'SetIdentifier: ', 'but found none in Change', '"x"'],
    [{ ...failover, SetIdentifier: 's'.repeat(129) }, 'SetIdentifier: ', 'Maximum length of 128', '"sss'],
    [{ ...failover, Weight: 1 }, '', 'but found more than one in Change', '["Weight","Failover"]'],
    [{ ...failover, Failover: 'primary' }, 'Failover: ', 'Valid Values: PRIMARY | SECONDARY', '"primary"'],
    [{ ...simple, Weight: 256, SetIdentifier: 'x' }, 'Weight: ', 'Maximum value of 255', '256'],
    [{ ...simple, Weight: -1, SetIdentifier: 'x' }, 'Weight: ', 'Minimum value of 0', '-1'],
    [{ ...simple, TTL: -1 }, 'TTL: ', 'Minimum value of 0', '-1'],
    [{ ...simple, TTL: 2_147_483_648 }, 'TTL: ', 'Maximum value of 2147483647', '2147483648'],
    [{ ...simple, TTL: undefined }, 'TTL: ', `${exactlyOneTarget}, but found none in Change`, 'null'],
    [{ ...alias, TTL: 60 }, 'TTL: ', `${exactlyOneTarget}, but found more than one in Change`, '60'],
    [
      { ...alias, ResourceRecords: ['192.0.2.44'] },
      'ResourceRecords: ',
      `${exactlyOneTarget}, but found more than one in Change`,
      '["192.0.2.44"]',
    ],
    [{ Name: 'shop.example', Type: 'A' }, '', `${exactlyOneTarget}, but found none in Change`, 'null'],
    [
      { ...simple, ResourceRecords: ['shop.example'] },
      'ResourceRecords: ',
      'not a valid IPv4',
      '"shop.example"',
    ],
    [
      { ...simple, ResourceRecords: ['2001:db8::1'] },
      'ResourceRecords: ',
      'not a valid IPv4',
      '"2001:db8::1"',
    ],
    [{ ...simple, Type: 'AAAA' }, 'ResourceRecords: ', 'not a valid IPv6', '"192.0.2.44"'],
    [
      { ...simple, Type: 'CNAME', ResourceRecords: ['a.example', 'b.example'] },
      'ResourceRecords: ',
      'a CNAME resource record set has one value',
      '["a.example","b.example"]',
    ],
  ])('fails with %j', (record, where, reason, got) => {
    const [line, ...more] = refused(RECORD_SET_LIMITS, record);
    expect(more).toEqual([]);
    expect(line?.startsWith(where)).toBe(true);
    expect(line).toContain(reason);
    expect(line).toContain(`, got ${got}`);
  });

  test.each([
    [simple],
    [alias],
    [failover],
    [{ ...alias, Failover: 'SECONDARY', SetIdentifier: 'secondary' }],
    [{ ...failover, SetIdentifier: 's'.repeat(128) }],
    [{ ...failover, SetIdentifier: UNKNOWN }],
    [{ ...simple, Weight: 0, SetIdentifier: 'x' }],
    [{ ...simple, Weight: 255, SetIdentifier: 'x' }],
    [{ ...simple, MultiValueAnswer: false }],
    [{ ...simple, MultiValueAnswer: false, SetIdentifier: 'x' }],
    [{ ...simple, Weight: UNKNOWN }],
    [{ ...simple, Failover: UNKNOWN, SetIdentifier: 'x' }],
    [{ ...failover, Weight: UNKNOWN }],
    [{ ...alias, TTL: UNKNOWN }],
    [{ ...alias, ResourceRecords: UNKNOWN }],
    [{ ...simple, TTL: undefined, AliasTarget: UNKNOWN }],
    [{ ...simple, TTL: 0 }],
    [{ ...simple, TTL: '2147483647' }],
    [{ ...simple, TTL: UNKNOWN }],
    [{ ...simple, ResourceRecords: UNKNOWN }],
    [{ ...simple, ResourceRecords: ['192.0.2.44', '192.0.2.45'] }],
    [{ ...simple, Type: 'AAAA', ResourceRecords: ['2001:db8::1'] }],
    [{ ...simple, Type: 'CNAME', ResourceRecords: ['a.example'] }],
    [{ ...simple, Type: 'TXT', ResourceRecords: ['"text"'] }],
  ])('is taken: %j', (record) => {
    expect(refused(RECORD_SET_LIMITS, record)).toEqual([]);
  });

  test('is found in a group, by its place', () => {
    const RecordSets = [simple, { ...failover, SetIdentifier: undefined }];
    expect(refused(RECORD_SET_GROUP_LIMITS, { RecordSets })).toEqual([
      `RecordSets[1].SetIdentifier: Route 53 refuses it ("Invalid request: Missing field 'SetIdentifier' in Change (it has Failover)"), got null; give SetIdentifier`,
    ]);
  });
});

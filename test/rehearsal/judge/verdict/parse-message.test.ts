import { marksOf } from '../../../../lib/rehearsal/judge/verdict/parse-message';

describe('marks of a message', () => {
  test.each([
    ['[SEV1] RESOLVED shop: store down #INC-20261127-01', '', 'INC-20261127-01', 'RESOLVED'],
    ['[DRILL] [SEV2] STILL DOWN shop: checkout down #INC-20261127-12', '', 'INC-20261127-12', 'STILL DOWN'],
    ['ALARM: "shop-outage" in US East (N. Virginia)', '', null, 'ALARM'],
    ['OK: "shop-outage" in US East (N. Virginia)', '', null, 'OK'],
    ['', 'ALARM: shop-outage', null, 'ALARM'],
    ['to events.pagerduty.com', '{"summary":"OK: shop-outage. nothing to do."}', null, 'OK'],
    ['', 'SEV1 shop.example.com: store down. INC-20261127-01', 'INC-20261127-01', 'INVESTIGATING'],
    ['', 'DRILL SEV2 shop: checkout down. INC-20261127-01', 'INC-20261127-01', 'INVESTIGATING'],
    ['', 'SEV1 STILL DOWN shop: store down. INC-20261127-01', 'INC-20261127-01', 'STILL DOWN'],
    ['', '[SEV1] UPDATE shop INC-20261127-01', 'INC-20261127-01', 'UPDATE'],
    ['AWS Notification Message', 'ID INC-20261127-01', 'INC-20261127-01', null],
    ['Hello', 'there', null, null],
  ])('are read from subject %j and text %j', (subject, body, incidentId, state) => {
    expect(marksOf(subject, body)).toEqual({ incidentId, state });
  });
});

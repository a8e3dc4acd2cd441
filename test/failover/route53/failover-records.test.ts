import { Duration, Stack } from 'aws-cdk-lib';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { FailoverRecords } from '../../../lib/failover/route53/failover-records';
import { recordAnswers } from '../../../lib/failover/route53/record-answers';
import { StoreTarget } from '../../../lib/store-target';

describe('failover records', () => {
  test('fails when the standby lacks a type that the primary has', () => {
    const stack = new Stack();
    const zone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', {
      hostedZoneId: 'Z1',
      zoneName: 'example.com',
    });
    const create = () =>
      new FailoverRecords(stack, 'Records', {
        zone,
        recordName: 'shop.example.com',
        primary: recordAnswers(StoreTarget.ipAddresses(['8.8.8.8'], ['2620::1'])),
        secondary: recordAnswers(StoreTarget.ipAddresses(['8.8.4.4'])),
        healthCheckId: 'check',
        ttl: Duration.seconds(30),
      });
    expect(create).toThrow(
      'shop.example.com: the standby must have an AAAA record, got ["A"]; name the same kinds of addresses',
    );
  });
});

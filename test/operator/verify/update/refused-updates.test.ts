import { NAMES } from '../../../../lib/operator/verify/update/refused-names';
import { refusedUpdates } from '../../../../lib/operator/verify/update/refused-updates';
import type { Resources } from '../../../../lib/operator/verify/update/resources';
import { dnsProps, edgeProps } from '../../../helpers/store-props';
import { wholeTemplate } from './whole-template';

type Resource = Resources[string];
const resource = (Type: string, Properties: Record<string, unknown>): Resource => ({ Type, Properties });
const distribution = (Aliases: readonly unknown[], but: Record<string, unknown> = {}): Resource =>
  resource('AWS::CloudFront::Distribution', { DistributionConfig: { Aliases, Enabled: true, ...but } });
const queue = (QueueName: string | undefined, but: Record<string, unknown> = {}): Resource =>
  resource('AWS::SQS::Queue', { QueueName, ...but });
const record = (but: Record<string, unknown>): Resource =>
  resource('AWS::Route53::RecordSet', { HostedZoneId: 'Z1', Name: 'a.example.com.', Type: 'A', ...but });

const texts = (before: Resources, after: Resources): string[] =>
  refusedUpdates(before, after).map(({ subject, because }) => `${subject}: ${because}`);

describe('alternate domain name of a distribution', () => {
  const ALREADY = "can't move to New while Old has it: CNAMEAlreadyExists";

  test.each<[string, Resources, Resources, string[]]>([
    [
      'to a distribution that takes the place of another',
      { Old: distribution(['shop.example.com']) },
      { New: distribution(['SHOP.example.com']) },
      [`distribution name shop.example.com: ${ALREADY}`],
    ],
    [
      'between two that stay',
      { Old: distribution(['a.example.com', 'b.example.com']), New: distribution([]) },
      { Old: distribution(['a.example.com']), New: distribution(['b.example.com']) },
      [`distribution name b.example.com: ${ALREADY}`],
    ],
    [
      'nowhere',
      { Old: distribution(['a.example.com']) },
      { Old: distribution(['a.example.com', 'b.example.com'], { Enabled: false }) },
      [],
    ],
  ])('moves %s', (_what, before, after, expected) => {
    expect(texts(before, after)).toEqual(expected);
  });
});

describe('name that an account has once', () => {
  test.each<[string, Resources, Resources, string[]]>([
    [
      'passes to another logical id',
      { Old: queue('orders') },
      { New: queue('orders') },
      [
        `AWS::SQS::Queue New: can't be made while Old has its name, "orders": CloudFormation removes old resources last`,
      ],
    ],
    [
      'stays with a resource that must be replaced',
      { Orders: queue('orders.fifo', { FifoQueue: false }) },
      { Orders: queue('orders.fifo', { FifoQueue: true }) },
      [
        `AWS::SQS::Queue Orders: can't be made while Orders has its name, "orders.fifo": CloudFormation removes old resources last`,
      ],
    ],
    ['changes with the resource', { Orders: queue('a') }, { Orders: queue('b') }, []],
    ['is made up by CloudFormation', { Old: queue(undefined) }, { New: queue(undefined) }, []],
    [
      'is that of another type',
      { Old: queue('a') },
      { Old: queue('a'), New: resource('AWS::SNS::Topic', { TopicName: 'a' }) },
      [],
    ],
    ['stays', { Orders: queue('a') }, { Orders: queue('a', { DelaySeconds: 5 }) }, []],
  ])('%s', (_what, before, after, expected) => {
    expect(texts(before, after)).toEqual(expected);
  });

  /** Names that are no names of their own, or no resource's. */
  const OTHER_NAMES = new Set([
    ...[
      'AWS::CloudWatch::Alarm MetricName',
      'AWS::Route53::RecordSet Name',
      'AWS::CertificateManager::Certificate DomainName',
    ],
    ...['AWS::ApiGatewayV2::Api Name', 'AWS::IAM::Policy PolicyName', 'AWS::SNS::Topic DisplayName'],
    ...['AWS::Logs::Delivery DeliverySourceName', 'AWS::Lambda::Permission FunctionName'],
  ]);

  test.each([
    ['edge', edgeProps({ mirroredPathPatterns: ['/static/*'] })],
    ['dns', dnsProps()],
  ])('is known of every resource of the stack: %s', (_topology, store) => {
    const unknown = Object.values(wholeTemplate(store)).flatMap(({ Type, Properties = {} }) => {
      const nested = Object.entries(Properties).flatMap(([outer, value]) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.entries(value).map(([inner, one]): [string, unknown] => [`${outer}.${inner}`, one])
          : [],
      );
      return [...Object.entries(Properties), ...nested]
        .filter(([path, value]) => /(?<!FullyQualifiedDomain)Name$/.test(path) && typeof value === 'string')
        .map(([path]) => ({ type: Type, path }))
        .filter(({ type, path }) => NAMES[type] !== path && !OTHER_NAMES.has(`${type} ${path}`));
    });
    expect(unknown).toEqual([]);
  });
});

describe('state', () => {
  const bucket = (BucketName?: string) => resource('AWS::S3::Bucket', { BucketName });

  test.each<[string, Resources, Resources, string[]]>([
    [
      'is left behind',
      { Site: bucket() },
      {},
      ['AWS::S3::Bucket Site: would leave the stack, with what is in it'],
    ],
    [
      'is replaced',
      { Site: bucket('a') },
      { Site: bucket('b') },
      ['AWS::S3::Bucket Site: would be replaced by an empty one'],
    ],
    ['stays', { Site: bucket('a') }, { Site: bucket('a'), Other: bucket() }, []],
    ['of a queue may go', { Orders: queue('a') }, {}, []],
  ])('%s', (_what, before, after, expected) => {
    expect(texts(before, after)).toEqual(expected);
  });
});

describe('record of a template', () => {
  const THERE = "can't be made while Old is there (A, leading to 192.0.2.1): ";

  test.each<[string, Resources, Resources, string[]]>([
    [
      'moves to another logical id, where CloudFormation would delete it',
      { Old: record({ ResourceRecords: ['192.0.2.1'] }) },
      { New: record({ ResourceRecords: ['192.0.2.1'] }) },
      [`record a.example.com A: ${THERE}the same record is there already`],
    ],
    [
      'changes its type in place, beside one that is still there',
      { Old: record({ ResourceRecords: ['192.0.2.1'] }), Six: record({ Type: 'AAAA' }) },
      { Old: record({ ResourceRecords: ['192.0.2.1'] }), Six: record({ Type: 'CNAME' }) },
      [`record a.example.com CNAME: ${THERE}Route 53 has no CNAME beside any other type of the same name`],
    ],
    [
      'is in another zone',
      { Old: record({}) },
      { Old: record({}), New: record({ Type: 'CNAME', HostedZoneId: 'Z2' }) },
      [],
    ],
    [
      'changes in place',
      { Old: record({ ResourceRecords: ['192.0.2.1'] }) },
      { Old: record({ ResourceRecords: ['192.0.2.2'] }) },
      [],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(texts(before, after)).toEqual(expected);
  });
});

import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { AwsSolutionsChecks } from 'cdk-nag';
import { StoreTarget, Understudy, type UnderstudyProps } from '../lib';
import { requireHomeRegion } from '../lib/validation/require-home-region';
import { APP_CONTEXT, dnsProps, edgeProps, storeProps } from './helpers/store-props';
import {
  distributionConfig,
  failoverRecords,
  onlyPropertiesOf,
  type Properties,
  propertiesOf,
} from './helpers/template';

const QUICK = { context: APP_CONTEXT, builtinCloudFormationValidation: false };

function stackOf(props: UnderstudyProps, app = new App(QUICK)): Stack {
  const stack = new Stack(app, 'Understudy', { env: { region: 'us-east-1' } });
  new Understudy(stack, 'Understudy', props);
  return stack;
}

const edge = edgeProps({
  alternateDomainNames: ['www.shop.example.com'],
  mirroredPathPatterns: ['/static/*'],
});
const dns = dnsProps();
const TOPOLOGIES: [string, UnderstudyProps, Template][] = [
  ['edge', edge, Template.fromStack(stackOf(edge))],
  ['dns', dns, Template.fromStack(stackOf(dns))],
];

describe.each(TOPOLOGIES)('Understudy with the %s topology', (topology, props, template) => {
  const config = distributionConfig(template);
  const behaviors: Properties[] = [config['DefaultCacheBehavior'], ...(config['CacheBehaviors'] ?? [])];
  const originIds = (kind: string): string[] =>
    config['Origins'].filter((o: Properties) => o[kind]).map((o: Properties) => o['Id']);

  test('passes cdk-nag and the rules of CloudFormation', () => {
    const app = new App({ context: APP_CONTEXT });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    stackOf(props, app);
    expect(() => app.synth()).not.toThrow();
  });

  test('has one distribution, for every name of the shop', () => {
    expect(config['Aliases']).toEqual(['shop.example.com', 'www.shop.example.com']);
  });

  test('never lets a behavior with POST target an origin group', () => {
    const groups = (config['OriginGroups']?.['Items'] ?? []).map((group: Properties) => group['Id']);
    const withPost = behaviors.filter((behavior) => behavior['AllowedMethods'].includes('POST'));
    expect(
      withPost.map((behavior) => behavior['TargetOriginId']).filter((id) => groups.includes(id)),
    ).toEqual([]);
    expect(withPost).not.toHaveLength(0);
  });

  test('fetches the page of every error from S3, by a behavior that caches, and answers 503', () => {
    const [first] = config['CacheBehaviors'];
    expect(first['PathPattern']).toBe('/understudy/*');
    expect(originIds('S3OriginConfig')).toContain(first['TargetOriginId']);
    expect(first['CachePolicyId']).toBe('658327ea-f89d-4fab-a63d-7e88639e58f6');
    for (const response of config['CustomErrorResponses']) {
      expect(response['ResponsePagePath']).toMatch(/^\/understudy\//);
      expect(response['ResponseCode']).toBe(503);
      expect(response['ErrorCachingMinTTL']).toBeLessThanOrEqual(5);
    }
  });

  test('fails over by records, without any Lambda on the way', () => {
    const arns = JSON.stringify([
      config,
      failoverRecords(template),
      propertiesOf(template, 'AWS::ApiGatewayV2::Api'),
    ]);
    expect(arns).not.toMatch(/lambda/i);
  });

  test('probes no name that fails over', () => {
    const failsOver = new Set(failoverRecords(template).map((r) => r['Name'].replace(/\.$/, '')));
    for (const { HealthCheckConfig: check } of propertiesOf(template, 'AWS::Route53::HealthCheck')) {
      const byNameOnly = check['IPAddress'] === undefined ? check['FullyQualifiedDomainName'] : undefined;
      expect(failsOver).not.toContain(byNameOnly);
    }
    expect(failsOver.size).toBeGreaterThan(0);
  });

  test('has pairs of failover records in which only the primary can be unhealthy', () => {
    const records = failoverRecords(template);
    const pairOf = ({ Name, Type }: Properties): Properties[] =>
      records.filter((record) => record['Name'] === Name && record['Type'] === Type);
    for (const pair of records.map(pairOf)) {
      expect(pair.map((record) => [record['Failover'], record['HealthCheckId'] !== undefined])).toEqual([
        ['PRIMARY', true],
        ['SECONDARY', false],
      ]);
      for (const record of pair) {
        expect(record['AliasTarget']?.['EvaluateTargetHealth'] ?? false).toBe(false);
        expect(Number(record['TTL'] ?? 0)).toBeLessThanOrEqual(60);
      }
    }
  });

  test('probes the emergency page under a name that no failover touches', () => {
    const checks = propertiesOf(template, 'AWS::Route53::HealthCheck').map(
      (check) => check['HealthCheckConfig'],
    );
    expect(checks.filter((check) => check['ResourcePath'] === '/understudy/index.html')).toEqual([
      expect.objectContaining({
        FullyQualifiedDomainName: { 'Fn::GetAtt': [expect.stringMatching(/Distribution/), 'DomainName'] },
        SearchString: 'content="understudy-emergency-page"',
        RequestInterval: 30,
      }),
    ]);
  });

  test('wants one certificate for all names of the shop, validated through the zone', () => {
    const { DomainName, SubjectAlternativeNames, ValidationMethod } = onlyPropertiesOf(
      template,
      'AWS::CertificateManager::Certificate',
    );
    expect([DomainName, ...SubjectAlternativeNames]).toEqual(['shop.example.com', 'www.shop.example.com']);
    expect(ValidationMethod).toBe('DNS');
  });

  test('watches CloudFront under the dimension that its metrics have', () => {
    const alarms = propertiesOf(template, 'AWS::CloudWatch::Alarm').filter(
      (a) => a['Namespace'] === 'AWS/CloudFront',
    );
    for (const alarm of alarms) {
      expect(alarm['Dimensions']).toContainEqual({ Name: 'Region', Value: 'Global' });
    }
    expect(alarms.length).toBe(topology === 'edge' ? 2 : 0);
  });

  test('keeps runbooks and reviews out of reach of CloudFront', () => {
    const records = { Ref: 'UnderstudyRecordsF4841B35' };
    const policy = propertiesOf(template, 'AWS::S3::BucketPolicy').find(
      ({ Bucket }) => JSON.stringify(Bucket) === JSON.stringify(records),
    );
    expect(JSON.stringify(policy)).not.toMatch(/cloudfront/);
    expect(JSON.stringify(config)).not.toContain('UnderstudyRecords');
  });

  test('tells the rehearsal what to hold it to', () => {
    expect(template.toJSON().Metadata['Understudy']).toMatchObject({
      schema: 2,
      topology,
      domainName: 'shop.example.com',
      budgets: { detectSeconds: 45 },
    });
  });

  test('shows what a person needs after the deployment', () => {
    const outputs = Object.keys(template.findOutputs('*')).map((id) =>
      id.replace(/^Understudy|[0-9A-F]{8}$/g, ''),
    );
    expect(outputs.sort()).toEqual([
      'AlarmsTopicArn',
      'AuditTopicArn',
      'DashboardUrl',
      'DistributionDomainName',
      'EmergencyBucketName',
      'OnCallTopicArn',
      'OutageAlarmName',
      'RecordsBucketName',
      'StatusUpdateFunctionName',
    ]);
  });

  // A new logical id makes CloudFormation create an empty successor: that is a breaking change.
  test.each([
    ['AWS::S3::Bucket', 'UnderstudyEmergencySiteBucket89B9DDF6'],
    ['AWS::S3::Bucket', 'UnderstudyEmergencySiteAccessLogs3A0E9D2C'],
    ['AWS::S3::Bucket', 'UnderstudyRecordsF4841B35'],
    ['AWS::DynamoDB::Table', 'UnderstudyStatusUpdatesState63B24442'],
    ['AWS::KMS::Key', 'UnderstudyTopicsKey0F4576E4'],
  ])('keeps a stateful %s under its logical id, and on destroy', (type, logicalId) => {
    expect(template.findResources(type)[logicalId]).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('has no other stateful resources', () => {
    const stateful = ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::KMS::Key'];
    const found = stateful.flatMap((type) => Object.keys(template.findResources(type)));
    expect(found).toHaveLength(5);
  });
});

describe('Understudy', () => {
  test('uses the certificate it is given', () => {
    const stack = new Stack(new App(QUICK), 'Understudy', { env: { region: 'us-east-1' } });
    const arn = 'arn:aws:acm:us-east-1:111122223333:certificate/c';
    const certificate = Certificate.fromCertificateArn(stack, 'Given', arn);
    new Understudy(stack, 'Understudy', storeProps({ certificate }));
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    expect(distributionConfig(template)['ViewerCertificate']['AcmCertificateArn']).toBe(arn);
  });

  test.each<[string, UnderstudyProps, string, boolean]>([
    ['CloudFront', edgeProps(), 'OriginLatency', false],
    ['a health check', dnsProps(), 'TimeToFirstByte', true],
  ])('measures a slow store by %s', (_what, props, metricName, byHealthCheck) => {
    const latencyAlarm = { threshold: Duration.millis(1_500) };
    const template = Template.fromStack(stackOf({ ...props, latencyAlarm }));
    const alarms = propertiesOf(template, 'AWS::CloudWatch::Alarm');
    expect(alarms.filter((alarm) => alarm['MetricName'] === metricName)).toHaveLength(1);
    const checks = propertiesOf(template, 'AWS::Route53::HealthCheck').map(
      (check) => check['HealthCheckConfig'],
    );
    expect(checks.filter((check) => check['MeasureLatency'])).toHaveLength(byHealthCheck ? 1 : 0);
  });

  test.each([
    ['edge', edge, ['origin.shop.example.com.']],
    ['dns', dns, []],
  ])('makes no record of the shop before the cut-over in %s', (_topology, props, names) => {
    const template = Template.fromStack(stackOf({ ...props, cutOver: false }));
    const made = propertiesOf(template, 'AWS::Route53::RecordSet').map((record) => record['Name']);
    expect([...new Set(made)]).toEqual(names);
  });

  test.each([
    ['edge', edgeProps(), { detectSeconds: 65, switchSeconds: 120, firstPageSeconds: 20, alertSeconds: 200 }],
    ['dns', dnsProps(), { detectSeconds: 65, switchSeconds: 120, firstPageSeconds: 120, alertSeconds: 200 }],
  ])(
    'tells the rehearsal that only silence closes the store, and what that takes: %s',
    (_name, props, budgets) => {
      const healthChecks = { ...props.healthChecks, slowCloses: false };
      const template = Template.fromStack(stackOf({ ...props, healthChecks }));
      expect(template.toJSON().Metadata['Understudy']).toMatchObject({ slowCloses: false, budgets });
    },
  );

  test('tells the rehearsal what cheaper health checks give up, and makes no check of the page', () => {
    const healthChecks = {
      endpoints: [{ name: 'home', path: '/', searchString: false, critical: true }],
      interval: Duration.seconds(30),
      failureThreshold: 2,
      emergencyPageCheck: false,
    } as const;
    const template = Template.fromStack(stackOf(storeProps({ healthChecks })));
    const metadata = { looksForText: false, emergencyPageCheck: false, unnoticedSeconds: 60 };
    expect(template.toJSON().Metadata['Understudy']).toMatchObject(metadata);
    expect(JSON.stringify(template.toJSON())).not.toContain('page-broken');
    template.resourceCountIs('AWS::Route53::HealthCheck', 2);
    for (const key of Object.keys(metadata)) {
      const usual = Template.fromStack(stackOf(storeProps())).toJSON();
      expect(usual.Metadata['Understudy']).not.toHaveProperty(key);
    }
  });

  test('takes budgets of its own into the template', () => {
    const template = Template.fromStack(stackOf(storeProps({ budgets: { alertSeconds: 120 } })));
    expect(template.toJSON().Metadata['Understudy'].budgets).toMatchObject({
      alertSeconds: 120,
      detectSeconds: 45,
    });
  });

  test('fails outside us-east-1', () => {
    const stack = new Stack(new App(QUICK), 'Shop', { env: { region: 'eu-central-1' } });
    expect(() => new Understudy(stack, 'Understudy', storeProps())).toThrow(
      'Shop.env.region: must be us-east-1, got "eu-central-1"; ' +
        'CloudFront takes its certificate there, and Route 53 and CloudFront report metrics there only',
    );
  });

  test.each([
    [{ region: 'us-east-1' }, 0],
    [{}, 1],
  ])('warns of a stack that goes anywhere: %j', (env, warnings) => {
    const stack = new Stack(new App(QUICK), 'Shop', { env });
    requireHomeRegion(stack);
    const found = Annotations.fromStack(stack).findWarning(
      '/Shop',
      Match.stringLikeRegexp(
        '^Shop.env.region: should be us-east-1, got nothing; .*env: { region: "us-east-1" }',
      ),
    );
    expect(found).toHaveLength(warnings);
  });

  test('fails with every mistake in its props', () => {
    const stack = new Stack(new App(QUICK), 'Shop');
    const props = { ...edgeProps({ primary: StoreTarget.ipAddresses(['10.0.0.1']) }), domainName: 'shop' };
    expect(() => new Understudy(stack, 'Understudy', props)).toThrow(
      /^Understudy: 2 mistakes in the props\n {2}domainName: /,
    );
  });
});

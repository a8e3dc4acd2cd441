import { Duration } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import type { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { alarmsOf, synthesize } from './alarms-stack';

const NO_ACTIONS = { AlarmActions: Match.absent(), OKActions: Match.absent() };

const ONE_BAD_MINUTE = {
  ComparisonOperator: 'LessThanThreshold',
  Threshold: 1,
  Period: 60,
  DatapointsToAlarm: 1,
  EvaluationPeriods: 1,
  TreatMissingData: 'missing',
};

const healthCheckStatus = (id: string) => ({
  Namespace: 'AWS/Route53',
  MetricName: 'HealthCheckStatus',
  Dimensions: [{ Name: 'HealthCheckId', Value: id }],
  Statistic: 'Minimum',
});

const ofDistribution = (metricName: string) => ({
  Namespace: 'AWS/CloudFront',
  MetricName: metricName,
  Dimensions: Match.arrayEquals([
    { Name: 'DistributionId', Value: 'E1' },
    { Name: 'Region', Value: 'Global' },
  ]),
});

describe('symptom alarm', () => {
  test.each([
    ['store-down', 'hc-store'],
    ['home-down', 'hc-home'],
    ['search-down', 'hc-search'],
  ])('%s watches the status of health check %s, minute by minute', (suffix, healthCheckId) => {
    synthesize().template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: `shop.example.com-${suffix}`,
      ...healthCheckStatus(healthCheckId),
      ...ONE_BAD_MINUTE,
      ...NO_ACTIONS,
    });
  });

  test('edge-errors watches the global 5xx rate of the distribution', () => {
    synthesize().template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'shop.example.com-edge-errors',
      ...ofDistribution('5xxErrorRate'),
      Statistic: 'Average',
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 20,
      Period: 60,
      DatapointsToAlarm: 2,
      EvaluationPeriods: 2,
      TreatMissingData: 'notBreaching',
      ...NO_ACTIONS,
    });
  });

  const THREE_MINUTES = {
    AlarmName: 'shop.example.com-slow',
    ComparisonOperator: 'GreaterThanThreshold',
    Period: 60,
    DatapointsToAlarm: 3,
    EvaluationPeriods: 3,
    TreatMissingData: 'notBreaching',
    ...NO_ACTIONS,
  };

  test("slow watches the distribution's origin latency in milliseconds", () => {
    synthesize().template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...THREE_MINUTES,
      ...ofDistribution('OriginLatency'),
      ExtendedStatistic: 'p50',
      Threshold: 2000,
    });
  });

  test('slow watches the time to first byte where the checkers measure it', () => {
    const latency = {
      kind: 'health-check',
      healthCheckId: 'hc-home',
      threshold: Duration.millis(1500),
    } as const;
    synthesize({ latency }).template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...THREE_MINUTES,
      Namespace: 'AWS/Route53',
      MetricName: 'TimeToFirstByte',
      Dimensions: [{ Name: 'HealthCheckId', Value: 'hc-home' }],
      Statistic: 'Average',
      Threshold: 1500,
    });
  });

  test('edge-errors-lasting tells of a few errors when they last', () => {
    synthesize().template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'shop.example.com-edge-errors-lasting',
      ...ofDistribution('5xxErrorRate'),
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 5,
      Period: 60,
      DatapointsToAlarm: 3,
      EvaluationPeriods: 3,
      TreatMissingData: 'notBreaching',
      ...NO_ACTIONS,
    });
  });

  test('of the outage waits 45 s for the status-update function, and as long as that has the incident in hand', () => {
    const { template, stack } = synthesize();
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'shop.example.com-incident-in-hand',
      Namespace: 'Understudy',
      MetricName: 'IncidentInHand',
      Dimensions: [
        { Name: 'service', Value: 'status-update' },
        { Name: 'store', Value: 'shop.example.com' },
      ],
      Statistic: 'Minimum',
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1,
      Period: 10,
      DatapointsToAlarm: 1,
      EvaluationPeriods: 12,
      TreatMissingData: 'notBreaching',
      ...NO_ACTIONS,
    });
    const held = stack.storeAlarms.node.findChild('IncidentInHand').node.defaultChild as CfnAlarm;
    template.hasResourceProperties('AWS::CloudWatch::CompositeAlarm', {
      ActionsSuppressor: { 'Fn::GetAtt': [stack.getLogicalId(held), 'Arn'] },
      ActionsSuppressorWaitPeriod: 45,
      ActionsSuppressorExtensionPeriod: 0,
    });
  });

  test('exists for edge errors and latency only when the store has them', () => {
    const { stack } = synthesize({ edge: undefined, latency: undefined });
    expect(stack.storeAlarms.symptoms.map(({ kind }) => kind)).toEqual([
      'store-down',
      'store-down',
      'endpoint-down',
    ]);
  });

  test('says that a critical endpoint takes the store down with it', () => {
    const texts = new Map(alarmsOf(synthesize().template).map((a) => [a.AlarmName, a.AlarmDescription]));
    expect(texts.get('shop.example.com-home-down')).toContain('the whole store counts as down');
    expect(texts.get('shop.example.com-search-down')).toContain('the rest of the store stays open');
  });

  test('says of a store that stays open when it is slow that a critical endpoint fails, not that the store is down', () => {
    const { stack, template } = synthesize({ slowCloses: false });
    expect(stack.storeAlarms.symptoms.slice(0, 3).map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'store-down store',
      'store-failing home',
      'endpoint-down search',
    ]);
    const texts = new Map(alarmsOf(template).map((a) => [a.AlarmName, a.AlarmDescription]));
    expect(texts.get('shop.example.com-home-down')).toContain(
      'The store stays open, because slowCloses is false',
    );
    expect(texts.get('shop.example.com-store-down')).toContain(
      'because nothing takes connections at its port',
    );
  });

  test('says that an answer after more than two seconds counts as down', () => {
    const texts = new Map(alarmsOf(synthesize().template).map((a) => [a.AlarmName, a.AlarmDescription]));
    expect(texts.get('shop.example.com-home-down')).toContain('an answer after more than 2 s');
    expect(texts.get('shop.example.com-store-down')).toContain('or make it answer within 2 s');
  });

  test('fails when an endpoint is called "store", like the alarm on the whole store', () => {
    const endpoints = ['home', 'store'].map((name) => ({ name, critical: true, healthCheckId: name }));
    expect(() => synthesize({ endpoints })).toThrow(
      'healthChecks.endpoints[1].name: is reserved for the alarm on the whole store, got "store"; choose another word',
    );
  });
});

describe('symptom', () => {
  test('carries what messages quote, the worst first', () => {
    const { symptoms } = synthesize().stack.storeAlarms;
    expect(symptoms.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'store-down store',
      'store-down home',
      'endpoint-down search',
      'edge-errors edge',
      'edge-errors edge',
      'slow origin',
    ]);
    expect(symptoms[0]?.metric).toEqual({
      namespace: 'AWS/Route53',
      name: 'HealthCheckStatus',
      dimensions: { HealthCheckId: 'hc-store' },
      statistic: 'Minimum',
    });
  });

  test('names exactly the alarms of the template, without tokens', () => {
    const { stack } = synthesize();
    const { symptoms, symptomAlarms } = stack.storeAlarms;
    const inTemplate = symptomAlarms.map((alarm) => (alarm.node.defaultChild as CfnAlarm).alarmName);
    expect(symptoms.map(({ alarmName }) => alarmName)).toEqual(inTemplate);
    expect(inTemplate.every((name) => name?.startsWith('shop.example.com-'))).toBe(true);
  });
});

describe('composite alarm', () => {
  test('is in ALARM while any of exactly the symptom alarms is, and says so to the alarms topic', () => {
    const { stack, template } = synthesize();
    const arnOf = (alarm: (typeof stack.storeAlarms.symptomAlarms)[number]) => stack.resolve(alarm.alarmArn);
    const operands = stack.storeAlarms.symptomAlarms.flatMap((alarm) => ['") OR ALARM("', arnOf(alarm)]);
    const topic = stack.resolve(stack.topics.alarms.topicArn);
    template.hasResourceProperties('AWS::CloudWatch::CompositeAlarm', {
      AlarmName: 'shop.example.com-outage',
      AlarmRule: { 'Fn::Join': ['', ['(ALARM("', ...operands.slice(1), '"))']] },
      AlarmActions: [topic],
      OKActions: [topic],
    });
  });
});

describe('alarm on the emergency page', () => {
  test('waits for three bad minutes and tells the alarms topic, also when it ends', () => {
    const { stack, template } = synthesize();
    const topic = stack.resolve(stack.topics.alarms.topicArn);
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'shop.example.com-page-broken',
      ...healthCheckStatus('hc-page'),
      ...ONE_BAD_MINUTE,
      DatapointsToAlarm: 3,
      EvaluationPeriods: 3,
      AlarmActions: [topic],
      OKActions: [topic],
    });
  });
});

test('what the status-update function gets to know says how endpoints are rated, the first to restore first', () => {
  const { stack } = synthesize({
    endpoints: [
      { name: 'home', critical: true, healthCheckId: 'hc-home' },
      { name: 'search', critical: false, healthCheckId: 'hc-search' },
      { name: 'checkout', critical: false, severity: 'SEV1', restoreOrder: 1, healthCheckId: 'hc-checkout' },
    ],
  });
  expect(stack.storeAlarms.symptoms.map(({ kind, label, severity }) => [kind, label, severity])).toEqual([
    ['store-down', 'store', undefined],
    ['endpoint-down', 'checkout', 'SEV1'],
    ['store-down', 'home', undefined],
    ['endpoint-down', 'search', undefined],
    ['edge-errors', 'edge', undefined],
    ['edge-errors', 'edge', undefined],
    ['slow', 'origin', undefined],
  ]);
});

describe('every alarm', () => {
  const alarms = alarmsOf(synthesize().template);

  test('that acts on ALARM does the same on OK; only those about silence act on missing data', () => {
    const acting = alarms.filter(({ AlarmActions }) => AlarmActions !== undefined);
    expect(acting.length).toBeGreaterThan(0);
    for (const alarm of alarms) {
      expect(alarm.OKActions).toEqual(alarm.AlarmActions);
      const aboutSilence = alarm.AlarmName?.endsWith('-silent') ?? false;
      expect(alarm.InsufficientDataActions).toEqual(aboutSilence ? alarm.AlarmActions : undefined);
    }
  });

  test('has a name of its own that begins with the domain name', () => {
    const names = alarms.map(({ AlarmName }) => AlarmName);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name.startsWith('shop.example.com-'))).toBe(true);
  });

  test('says in two sentences what ALARM means, that OK asks for nothing, with the runbook link and the link to its own steps', () => {
    for (const { AlarmDescription } of alarms) {
      expect(AlarmDescription).toMatch(
        /^In ALARM(?: or INSUFFICIENT_DATA)?: ["A-Z].+\. [A-Z].+\. In OK: nothing to do\. Runbook: https:\/\/wiki\.example\.com\/runbook Steps: https:\/\/steps\.example\.com\/shop\.example\.com-[a-z-]+$/,
      );
    }
  });
});

import { rehearse } from '../../../../lib/rehearsal/run/rehearse';
import { FAULT } from '../../../../lib/rehearsal/scenario/fault';
import { builtInScenario } from '../../../../lib/rehearsal/scenario/load-scenario';
import type { Scenario } from '../../../../lib/rehearsal/scenario/scenario';
import { exampleAssembly } from '../../../helpers/example-assembly';
import { editedAssembly } from '../../helpers/edited-assembly';
import {
  alarm,
  composite,
  distribution,
  each,
  errorResponses,
  healthChecks,
  type Loose,
  mute,
  origins,
  type Resources,
  records,
  remove,
  subscription,
} from '../../helpers/template-edits';

/** What is done to a template, and who must notice. */
interface Sabotage {
  readonly does: string;
  readonly topology: 'edge' | 'dns';
  readonly scenario: string;
  readonly edit: (resources: Resources) => void;
  /** One of the findings that miss. */
  readonly caughtBy: string;
}

const edge = { topology: 'edge', scenario: 'origin refuses' } as const;
const dns = { topology: 'dns', scenario: 'origin refuses' } as const;
/** Plain alarms tell where nothing else does. */
const announcerBroken = (topology: 'edge' | 'dns') =>
  ({ topology, scenario: 'status function broken' }) as const;

/** A cache policy that shares pages among shoppers. */
const cachedForAll = ({ DefaultTTL, cookies = 'none' }: { DefaultTTL: number; cookies?: string }) => ({
  Type: 'AWS::CloudFront::CachePolicy',
  Properties: {
    CachePolicyConfig: {
      Name: 'shared',
      MinTTL: 0,
      DefaultTTL,
      MaxTTL: 31_536_000,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: cookies },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        EnableAcceptEncodingGzip: false,
      },
    },
  },
});

const withoutErrorResponse = (status: number) => (config: Loose) => {
  config['CustomErrorResponses'] = config['CustomErrorResponses'].filter(
    ({ ErrorCode }: Loose) => ErrorCode !== status,
  );
};

const SABOTAGES: readonly Sabotage[] = [
  {
    ...edge,
    does: 'disables every rule of EventBridge',
    edit: each('AWS::Events::Rule', (rule) => Object.assign(rule, { State: 'DISABLED' })),
    caughtBy: 'incidents announced',
  },
  {
    ...edge,
    does: 'takes the targets from the rules',
    edit: each('AWS::Events::Rule', (rule) => Object.assign(rule, { Targets: [] })),
    caughtBy: 'incidents announced',
  },
  {
    ...edge,
    does: 'stops the schedule',
    edit: remove(({ Type, Properties }) => Type === 'AWS::Events::Rule' && Properties['ScheduleExpression']),
    caughtBy: 'incidents resolved',
  },
  {
    ...dns,
    does: 'unsubscribes everybody from the on-call topic',
    edit: subscription((id) => id.includes('TopicsOnCall')),
    caughtBy: 'incidents announced',
  },
  {
    ...announcerBroken('dns'),
    does: 'unsubscribes everybody from the topic of plain alarms',
    edit: subscription((id) => id.includes('TopicsAlarms')),
    caughtBy: 'plain alarms, beside the incident',
  },
  {
    ...announcerBroken('edge'),
    does: 'has topics use the AWS managed key',
    edit: each('AWS::SNS::Topic', (topic) => Object.assign(topic, { KmsMasterKeyId: 'alias/aws/sns' })),
    caughtBy: 'plain alarms, beside the incident',
  },
  {
    ...announcerBroken('dns'),
    does: 'keeps CloudWatch from the key of the topics',
    edit: each('AWS::KMS::Key', ({ KeyPolicy }) => KeyPolicy.Statement.splice(1)),
    caughtBy: 'plain alarms, beside the incident',
  },
  {
    ...announcerBroken('edge'),
    does: 'has the policies of topics ask for TLS, and allow nothing',
    edit: each('AWS::SNS::TopicPolicy', ({ PolicyDocument }) => PolicyDocument.Statement.splice(1)),
    caughtBy: 'plain alarms, beside the incident',
  },
  {
    ...announcerBroken('edge'),
    does: 'takes the actions from the composite alarm',
    edit: composite(mute),
    caughtBy: 'plain alarms, beside the incident',
  },
  {
    ...announcerBroken('dns'),
    does: 'takes the OK actions from the composite alarm',
    edit: composite((alarm) => Object.assign(alarm, { OKActions: [] })),
    caughtBy: 'on-call is told that it is over',
  },
  {
    ...edge,
    does: 'tells plain alarms at once, without a wait for the announcer',
    edit: composite((alarm) => Object.assign(alarm, { ActionsSuppressorWaitPeriod: 0 })),
    caughtBy: 'plain alarms, beside the incident',
  },
  {
    topology: 'edge',
    scenario: 'flapping',
    does: 'lets plain alarms follow each turn',
    edit: composite((alarm) => {
      delete alarm['ActionsSuppressor'];
      delete alarm['ActionsSuppressorWaitPeriod'];
      delete alarm['ActionsSuppressorExtensionPeriod'];
    }),
    caughtBy: 'notifications to one person, over all channels',
  },
  {
    topology: 'edge',
    scenario: 'emergency page deleted',
    does: "takes the actions from the page's own alarm",
    edit: alarm('-page-broken', mute),
    caughtBy: 'on-call has a message',
  },
  {
    topology: 'edge',
    scenario: 'status function broken',
    does: "takes the actions from the function's own alarm",
    edit: alarm('-status-update-errors', mute),
    caughtBy: 'plain alarms, beside the incident',
  },
  {
    topology: 'edge',
    scenario: 'origin certificate expired',
    does: 'lets no number of errors at the edge alarm',
    edit: each('AWS::CloudWatch::Alarm', (alarm) => {
      if (alarm['AlarmName'].includes('-edge-errors')) {
        alarm['Threshold'] = 100;
      }
    }),
    caughtBy: 'on-call has a message',
  },
  {
    ...dns,
    does: 'lets alarms wait for ten bad minutes',
    edit: each('AWS::CloudWatch::Alarm', (alarm) =>
      Object.assign(alarm, { EvaluationPeriods: 10, DatapointsToAlarm: 10 }),
    ),
    caughtBy: 'on-call has a message',
  },
  {
    ...edge,
    does: 'deletes the error responses',
    edit: distribution((config) => Object.assign(config, { CustomErrorResponses: [] })),
    caughtBy: 'raw errors',
  },
  {
    topology: 'edge',
    scenario: 'black hole',
    does: 'deletes the error response to 504, which a black hole needs',
    edit: distribution(withoutErrorResponse(504)),
    caughtBy: 'raw errors',
  },
  {
    topology: 'edge',
    scenario: '503 storm',
    does: 'deletes the error response to 502, which the dead end of the origin needs',
    edit: distribution(withoutErrorResponse(502)),
    caughtBy: 'raw errors',
  },
  {
    topology: 'edge',
    scenario: 'flapping',
    does: 'serves the emergency page with 200',
    edit: errorResponses((response) => Object.assign(response, { ResponseCode: 200 })),
    caughtBy: 'emergency pages with a status other than 503',
  },
  {
    ...edge,
    does: 'has CloudFront sign no requests to the bucket',
    edit: each('AWS::CloudFront::OriginAccessControl', ({ OriginAccessControlConfig }) => {
      OriginAccessControlConfig.SigningBehavior = 'never';
    }),
    caughtBy: 'raw errors',
  },
  {
    ...edge,
    does: 'caches what the store sends, and errors for five minutes',
    edit: (resources) => {
      distribution(({ DefaultCacheBehavior }) => {
        // UseOriginCacheControlHeaders: with CachingDisabled no error is remembered, whatever its TTL.
        DefaultCacheBehavior.CachePolicyId = '83da9c7e-98b4-4e11-a168-04f0df8e2c65';
      })(resources);
      errorResponses((response) => Object.assign(response, { ErrorCachingMinTTL: 300 }))(resources);
    },
    caughtBy: 'the last shopper is back',
  },
  {
    topology: 'edge',
    scenario: 'black hole',
    does: "connects as often and as long as CloudFront's defaults",
    edit: origins((origin) => Object.assign(origin, { ConnectionAttempts: 3, ConnectionTimeout: 10 })),
    caughtBy: 'longest wait of a shopper',
  },
  {
    topology: 'edge',
    scenario: 'hangs',
    does: 'waits for pages as long as for payments',
    edit: distribution(({ DefaultCacheBehavior }) => {
      delete DefaultCacheBehavior.FunctionAssociations;
    }),
    caughtBy: 'longest wait of a shopper',
  },
  {
    topology: 'edge',
    scenario: 'first-time visitors in an outage',
    does: 'keeps pages for a minute, without cookies in the key, and lets Set-Cookie pass',
    edit: (resources) => {
      resources['Shared'] = cachedForAll({ DefaultTTL: 60 });
      distribution(({ DefaultCacheBehavior }) => {
        DefaultCacheBehavior.CachePolicyId = { Ref: 'Shared' };
      })(resources);
    },
    caughtBy: "shoppers who hold another's session",
  },
  {
    topology: 'edge',
    scenario: 'first-time visitors in an outage',
    does: 'keeps pages with a max-age only, without cookies in the key, and lets Set-Cookie pass',
    edit: (resources) => {
      resources['Shared'] = cachedForAll({ DefaultTTL: 0 });
      distribution(({ DefaultCacheBehavior }) => {
        DefaultCacheBehavior.CachePolicyId = { Ref: 'Shared' };
      })(resources);
    },
    caughtBy: "shoppers who hold another's session",
  },
  {
    topology: 'edge',
    scenario: 'first-time visitors in an outage',
    does: 'keeps one copy for each cookie, so that all who have none share one',
    edit: (resources) => {
      resources['Shared'] = cachedForAll({ DefaultTTL: 0, cookies: 'all' });
      distribution(({ DefaultCacheBehavior }) => {
        DefaultCacheBehavior.CachePolicyId = { Ref: 'Shared' };
      })(resources);
    },
    caughtBy: "shoppers who hold another's session",
  },
  {
    topology: 'edge',
    scenario: 'slow but healthy checkout',
    does: 'keeps the cookies from the store, so that no order has a basket',
    edit: distribution(({ DefaultCacheBehavior }) => {
      delete DefaultCacheBehavior.OriginRequestPolicyId;
    }),
    caughtBy: 'shoppers whose basket gets lost on the way to the store',
  },
  {
    topology: 'edge',
    scenario: 'slow but healthy checkout',
    does: 'gives up on returns from paying as early as on pages',
    edit: each('AWS::CloudFront::Function', (one) => {
      const settings = /"paymentReturns":"(?:[^"\\]|\\.)*"/;
      expect(one['FunctionCode']).toMatch(settings);
      one['FunctionCode'] = one['FunctionCode'].replace(settings, '"paymentReturns":"^$"');
    }),
    caughtBy: 'requests that the store serves',
  },
  {
    topology: 'edge',
    scenario: 'wrong content',
    does: 'takes the search strings from the health checks',
    edit: healthChecks((config) => {
      if (config['Type'] === 'HTTPS_STR_MATCH') {
        config['Type'] = 'HTTPS';
      }
      delete config['SearchString'];
    }),
    caughtBy: 'Route 53 notices',
  },
  {
    ...edge,
    does: 'probes every 30 seconds',
    edit: healthChecks((config) => {
      if (config['RequestInterval'] !== undefined) {
        config['RequestInterval'] = 30;
      }
    }),
    caughtBy: 'Route 53 notices',
  },
  {
    ...dns,
    does: 'takes the health checks from the records',
    edit: records((record) => {
      delete record['HealthCheckId'];
    }),
    caughtBy: 'Route 53 notices',
  },
  {
    ...dns,
    does: 'lets resolvers keep the answer for five minutes',
    edit: records((record) => {
      if (record['TTL'] !== undefined) {
        record['TTL'] = '300';
      }
    }),
    caughtBy: 'every resolver has switched',
  },
];

/** Five minutes of outage show as much as ten. */
function scenarioOf(name: string): Scenario {
  const scenario = builtInScenario(name);
  if (name !== 'origin refuses') {
    return scenario;
  }
  const faults = scenario.faults.map((fault) => ({ ...fault, toSeconds: 300 }));
  return { ...scenario, faults, endSeconds: 1_200 };
}

describe('a rehearsal of a template that somebody', () => {
  test.each(SABOTAGES.map((sabotage) => [sabotage.does, sabotage] as const))(
    '%s fails, and says why',
    async (_does, { topology, scenario, edit, caughtBy }) => {
      const edited = await editedAssembly(topology, edit);
      try {
        const { verdict } = await rehearse({
          assembly: edited.directory,
          scenario: scenarioOf(scenario),
        });
        const missed = verdict.findings.filter(({ passed }) => !passed).map(({ what }) => what);
        expect(missed).toContain(caughtBy);
        expect(verdict.passed).toBe(false);
      } finally {
        edited.remove();
      }
    },
  );
});

describe('a rehearsal of a template that nobody touched', () => {
  test.each(['edge', 'dns'] as const)('holds: %s', async (topology) => {
    const assembly = await exampleAssembly(topology);
    const { verdict } = await rehearse({ assembly, scenario: scenarioOf('origin refuses') });
    expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
  });

  test.each([
    ['a name that nobody asks for', { kind: 'name fails' }],
    ['a path that does not exist', { kind: 'errors', paths: ['/typo'] }],
  ])('fails when its fault touches nothing: %s', async (_what, given) => {
    const fault = FAULT.parse({ fromSeconds: 0, toSeconds: 60, ...given });
    const scenario = { ...builtInScenario('15-second blip'), faults: [fault], endSeconds: 120 };
    const { verdict } = await rehearse({ assembly: await exampleAssembly('dns'), scenario });
    expect(verdict.findings.filter(({ passed }) => !passed)).toMatchObject([
      { what: `faults that touch no request, probe or service: ${fault.text}`, measured: 1 },
    ]);
  });
});

import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { EMERGENCY_PAGE_MARKER } from '../../../lambda/emergency-response/contract/paths';
import { Understudy } from '../../../lib';
import { describeFindings } from '../../../lib/operator/cli/describe-findings';
import { VERIFY_RESULT } from '../../../lib/operator/cli/results';
import type {
  DeployedStack,
  Inspector,
  StackResource,
  Subscriber,
} from '../../../lib/operator/verify/inspector';
import type { ProbedEndpoint } from '../../../lib/operator/verify/probe/probed-endpoint';
import { verifyEndpoints } from '../../../lib/operator/verify/verify-endpoints';
import { verifyStack } from '../../../lib/operator/verify/verify-stack';
import { APP_CONTEXT, storeProps } from '../../helpers/store-props';
import type { Properties } from '../../helpers/template';
import { aResponse } from '../../parity/helpers/exchanges';
import { runWith } from '../cli/helpers/run-with';

/** The stack of the example store as CloudFormation would tell of it. */
function deployedStack(): DeployedStack {
  const context = { ...APP_CONTEXT, 'aws:cdk:bundling-stacks': [] };
  const stack = new Stack(new App({ context, builtinCloudFormationValidation: false }), 'Understudy', {
    env: { region: 'us-east-1' },
  });
  new Understudy(stack, 'Understudy', storeProps());
  const { Resources } = Template.fromStack(stack).toJSON();
  return {
    outputs: { UnderstudyDistributionDomainName0A1B: 'd1.cloudfront.net' },
    resources: Object.entries<Properties>(Resources).map(
      ([logicalId, { Type, Properties: properties = {} }]) => ({
        logicalId,
        type: Type,
        properties,
        physicalId: `id-of-${logicalId}`,
      }),
    ),
  };
}

const STACK = deployedStack();
const PAGE = '<meta name="generator" content="understudy-emergency-page">';

/** Text with references put in, as AWS would answer. */
function asDeployed(properties: unknown): Properties {
  return JSON.parse(
    JSON.stringify(properties)
      .replaceAll(/\{"Ref":"(\w+)"\}/g, (_, logicalId) => `"id-of-${logicalId}"`)
      .replaceAll(
        /\{"Fn::GetAtt":\["(\w+)","(\w+)"\]\}/g,
        (_, logicalId, name) => `"${name}-of-${logicalId}"`,
      ),
  );
}

/** AWS with everything as it was deployed, but with `changes`. */
function inspectorWith(changes: Partial<Inspector> = {}): Inspector {
  const resource = (physicalId: string) => STACK.resources.find((one) => one.physicalId === physicalId);
  return {
    stack: async () => STACK,
    page: async () => ({ status: 200, body: PAGE }),
    subscribers: async (topicArn) => subscribersOf(topicArn),
    smsAccount: async () => ({ inSandbox: false, verified: [], monthlySpendLimit: 20 }),
    isOptedOut: async () => false,
    checkers: async () => [],
    healthCheck: async (id) => asDeployed(resource(id)?.properties['HealthCheckConfig']),
    recordSets: async (_zone, name, type) => recordsOf(name, type),
    guardrails: async () => [],
    protections: async () => [],
    probe: async ({ searchString = '' }) => aResponse({ body: Buffer.from(searchString) }),
    location: async () => ({ status: 200 }),
    encoding: async () => ({ status: 200, contentType: 'text/html', contentEncoding: 'br', bytes: 9_000 }),
    ...changes,
  };
}

function recordsOf(name: string, type: string): object[] {
  const isAsked = ({ type: kind, properties }: StackResource) =>
    kind === 'AWS::Route53::RecordSet' && properties['Name'] === name && properties['Type'] === type;
  return STACK.resources.filter(isAsked).map(({ properties }) => {
    const { ResourceRecords, ...others } = asDeployed(properties);
    return {
      ...others,
      ...(ResourceRecords && { ResourceRecords: ResourceRecords.map((Value: unknown) => ({ Value })) }),
    };
  });
}

function subscribersOf(topicArn: string): Subscriber[] {
  return STACK.resources
    .filter(
      ({ type, properties }) =>
        type === 'AWS::SNS::Subscription' && asDeployed(properties)['TopicArn'] === topicArn,
    )
    .map(({ properties }) => ({ endpoint: String(properties['Endpoint']), confirmed: true }));
}

/** What is wrong, as texts. */
async function wrongs(changes: Partial<Inspector>): Promise<string[]> {
  const findings = await verifyStack({ stack: 'Understudy' }, inspectorWith(changes));
  return findings.filter(({ ok }) => !ok).map(({ subject, detail }) => `${subject}: ${detail}`);
}

describe('verification', () => {
  test('finds nothing wrong with a stack that is as deployed, and looks at all of it', async () => {
    const findings = await verifyStack({ stack: 'Understudy' }, inspectorWith());
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    const subjects = findings.map(({ subject }) => subject.split(' ')[0]);
    expect(new Set(subjects)).toEqual(
      new Set(['compression', 'emergency', 'endpoint', 'health', 'hosted', 'record', 'topic']),
    );
    expect(findings.length).toBeGreaterThan(8);
  });

  test('looks for the emergency page where it is told to', async () => {
    const asked: string[] = [];
    const inspector = inspectorWith({
      page: async (url) => {
        asked.push(url);
        return { status: 503, body: EMERGENCY_PAGE_MARKER };
      },
    });
    await verifyStack({ stack: 'Understudy', pageUrl: 'http://127.0.0.1/page' }, inspector);
    await verifyStack({ stack: 'Understudy' }, inspector);
    expect(asked).toEqual([
      'http://127.0.0.1/page',
      expect.stringMatching(/^https:.+understudy\/index\.html$/),
    ]);
  });

  test.each([
    [0, 'PRIMARY'],
    [256, 'SECONDARY'],
  ])('finds that a person holds the failover: threshold %p', async (HealthThreshold, side) => {
    const { healthCheck } = inspectorWith();
    const texts = await wrongs({
      healthCheck: async (id) => {
        const config = await healthCheck(id);
        return config !== undefined && 'ChildHealthChecks' in config
          ? { ...config, HealthThreshold }
          : config;
      },
    });
    expect(texts).toEqual([
      expect.stringMatching(
        new RegExp(
          `^health check .*Store.*: is held on ${side} by a person, .*"npx understudy failover" shows who and until when, "npx understudy failover auto" ends it$`,
        ),
      ),
    ]);
  });

  test('finds who has not confirmed, on both topics', async () => {
    const subscribers = async (topicArn: string) =>
      subscribersOf(topicArn).map((one) => ({ ...one, confirmed: false }));
    const texts = await wrongs({ subscribers });
    expect(texts).toHaveLength(2);
    expect(texts[0]).toBe(
      'topic Understudy: on-call@example.com has not confirmed; send it the request again, links are valid for two days',
    );
  });

  test('finds who is not subscribed any more', async () => {
    expect(await wrongs({ subscribers: async () => [] })).toEqual([
      'topic Understudy: on-call@example.com is not subscribed any more; subscribe it again in the SNS console',
      'topic Understudy alarms: on-call@example.com is not subscribed any more; subscribe it again in the SNS console',
    ]);
  });

  test.each([
    [undefined, /is not there; deploy again$/],
    [{ Disabled: true }, /is disabled and counts as healthy whatever happens; enable it$/],
    [{ Type: 'TCP' }, /Type is "TCP", deployed as "[A-Z_]+".*; deploy again$/],
  ])('finds health checks that are %j', async (config, text) => {
    const texts = await wrongs({ healthCheck: async () => config });
    expect(texts).toHaveLength(
      STACK.resources.filter(({ type }) => type === 'AWS::Route53::HealthCheck').length,
    );
    for (const one of texts) {
      expect(one).toMatch(text);
    }
  });

  test('finds records that are gone or changed', async () => {
    const gone = await wrongs({ recordSets: async () => [] });
    expect(gone[0]).toMatch(/^record \S+ [A-Z]+ ?\S*: is not there; deploy again$/);
    const changed = await wrongs({
      recordSets: async (_zone, name, type) =>
        recordsOf(name, type).map((one) => ({ ...one, Failover: 'NONE' })),
    });
    expect(
      changed.every((text) => /Failover is "NONE", deployed as "[A-Z]+"; deploy again$/.test(text)),
    ).toBe(true);
    expect(changed.length).toBeGreaterThan(0);
  });

  test.each([
    [{ status: 200, body: 'Hello' }, 'got status 200'],
    [{ status: 403, body: PAGE }, 'got status 403'],
  ])('finds a page that answers %j', async (answer, text) => {
    const texts = await wrongs({ page: async () => answer });
    expect(texts).toEqual([expect.stringContaining(text)]);
  });

  test('accepts the page with status 503, as the dns topology answers', async () => {
    expect(await wrongs({ page: async () => ({ status: 503, body: PAGE }) })).toEqual([]);
  });

  test('finds a page that nobody answers', async () => {
    const page = async (): Promise<never> => {
      throw new Error('timed out');
    };
    expect(await wrongs({ page })).toEqual([
      'emergency page: https://d1.cloudfront.net/understudy/index.html does not answer: timed out',
    ]);
  });
});

describe('verification of endpoints', () => {
  test('asks each endpoint and the emergency page as Route 53 does, and tells what it would say', async () => {
    const asked: string[] = [];
    const probe = async ({ type, path, host }: ProbedEndpoint) => {
      asked.push(`${type} ${host}${path}`);
      return aResponse({ status: 500 });
    };
    expect(await wrongs({ probe })).toEqual([
      'endpoint shop.example.com home: a checker would say: status 500',
      'endpoint shop.example.com checkout: a checker would say: status 500',
      'endpoint shop.example.com emergency page: a checker would say: status 500',
    ]);
    expect(asked).toEqual([
      'HTTPS_STR_MATCH shop.eu-central-1.elb.amazonaws.com/',
      'HTTPS_STR_MATCH shop.eu-central-1.elb.amazonaws.com/checkout',
      expect.stringMatching(/^HTTPS_STR_MATCH .*\/understudy\/index\.html$/),
    ]);
  });

  test('asks nothing of a health check that is gone, disabled, inverted or of no endpoint', async () => {
    const probe = async (): Promise<never> => {
      throw new Error('asked');
    };
    const all = { Type: 'HTTPS', FullyQualifiedDomainName: 'shop.example.com' };
    const configs = [
      undefined,
      { ...all, Disabled: true },
      { ...all, Inverted: true },
      { Type: 'CALCULATED' },
      { Type: 'CLOUDWATCH_METRIC' },
      { Type: 'HTTPS' },
    ];
    for (const config of configs) {
      await expect(
        verifyEndpoints(STACK, inspectorWith({ probe, healthCheck: async () => config })),
      ).resolves.toEqual([]);
    }
  });
});

describe('understudy verify', () => {
  const run = async (changes: Partial<Inspector>, ...args: string[]) => {
    const { code, out, err } = await runWith({ inspector: inspectorWith(changes) }, 'verify', ...args);
    return { code, output: out, err };
  };

  test('succeeds when all is as deployed', async () => {
    const { code, output } = await run({});
    expect(code).toBe(0);
    expect(output).toMatch(/All is as deployed\.$/);
  });

  test('gives programs what it found', async () => {
    const { code, output } = await run({ subscribers: async () => [] }, '--json');
    const { ok, findings } = VERIFY_RESULT.parse(JSON.parse(output));
    expect({ code, ok, wrong: findings.filter((finding) => !finding.ok).length }).toEqual({
      code: 1,
      ok: false,
      wrong: 2,
    });
  });

  test('fails when something is wrong', async () => {
    const { code, output } = await run({ subscribers: async () => [] });
    expect(code).toBe(1);
    expect(output).toMatch(/2 of \d+ are wrong\. Warnings: 2\.$/);
  });

  test('succeeds with a warning when an endpoint passes by a narrow margin', async () => {
    const probe: Inspector['probe'] = async ({ searchString = '' }) =>
      aResponse({ firstByteMs: 1_300, body: Buffer.from(searchString) });
    const { code, output } = await run({ probe });
    expect(code).toBe(0);
    expect(output).toMatch(/^WARN {3}endpoint shop\.example\.com home .*more than 2 s/m);
    expect(output).toMatch(/All is as deployed\. Warnings: 3\.$/);
  });

  test('looks at the stack it is told', async () => {
    const asked: string[] = [];
    const stack = async (name: string) => {
      asked.push(name);
      return STACK;
    };
    await run({ stack }, '--stack', 'Shop');
    await run({ stack });
    expect(asked).toEqual(['Shop', 'Understudy']);
  });

  test('fails with a text, which it does not take', async () => {
    const { code, err } = await run({}, 'now');
    expect(err).toBe(
      "too many arguments for 'verify'. Expected 0 arguments but got 1; see npx understudy verify --help",
    );
    expect(code).toBe(2);
  });
});

describe('table of findings', () => {
  test('shows what is wrong last, and how much', () => {
    const findings = [
      { ok: false, subject: 'page', detail: 'is gone' },
      { ok: true, subject: 'topic Understudy', detail: 'a@example.com is subscribed' },
    ];
    expect(describeFindings(findings)).toBe(
      [
        'ok     topic Understudy  a@example.com is subscribed',
        'WRONG  page              is gone',
        '',
        '1 of 2 are wrong.',
      ].join('\n'),
    );
  });

  test('says so when all is well', () => {
    expect(describeFindings([{ ok: true, subject: 'page', detail: 'answers' }])).toMatch(
      /All is as deployed\.$/,
    );
  });
});

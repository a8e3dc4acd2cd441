import { readAssembly } from '../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../lib/rehearsal/aws/assembly/deployment';
import type { Caller } from '../../lib/rehearsal/aws/iam/caller';
import { Permissions } from '../../lib/rehearsal/aws/iam/permissions';
import { resourcePolicies } from '../../lib/rehearsal/aws/iam/resource-policies';
import { evaluate } from '../../lib/rehearsal/aws/iam/rules/evaluate';
import { type Asked, askedCalls } from './helpers/asked-calls';
import { ASSEMBLIES, assemblyOf, removeAssemblies } from './helpers/assemblies';
import { unusedGrants } from './helpers/grants';
import { statementsIn, without } from './helpers/statements';

/** Statements that no rehearsal misses, and why. */
const NOT_MISSED: readonly { readonly resource: RegExp; readonly because: string }[] = [
  {
    resource: /^CustomCDKBucketDeployment/,
    because: 'its function works while CloudFormation deploys, which stops and rolls back if it may not',
  },
];

/** What roles may do and never do, and why. */
const NOT_USED: readonly { readonly grant: RegExp; readonly because: string }[] = [
  {
    grant: /^CustomCDKBucketDeployment/,
    because: 'the CDK uploads with it while CloudFormation deploys, and makes the policy itself',
  },
  {
    grant: / kms:GenerateDataKey\* /,
    because: "SNS's own page asks for all of them, and nobody has tried on AWS which it uses",
  },
  {
    grant: / secretsmanager:DescribeSecret /,
    because: "part of the CDK's grantRead, which also grants the key of a secret that has one of its own",
  },
];

/** Somebody whose own policies allow everything. */
const ANYBODY: Caller = { kind: 'role', arn: 'arn:aws:iam::123456789012:role/any', session: 'any' };
const EVERYTHING = [{ effect: 'Allow', actions: ['*'], resources: ['*'], conditions: {} }] as const;
const ACTIONS: Readonly<Record<string, string>> = {
  s3: 's3:PutObject',
  sns: 'sns:Publish',
  sqs: 'sqs:SendMessage',
};

/** Buckets, topics and queues that can be used without TLS. */
const openWithoutTls = (deployment: Deployment): readonly string[] =>
  [...resourcePolicies(deployment)]
    .filter(([arn, statements]) => {
      const action = ACTIONS[arn.split(':')[2] ?? ''];
      const call = { resource: arn, context: { 'aws:securetransport': 'false' } };
      return (
        action !== undefined &&
        evaluate({ ...call, action }, ANYBODY, {
          identity: EVERYTHING,
          resource: statements,
          identityIs: 'enough',
        }).kind !== 'denied'
      );
    })
    .map(([arn]) => arn);

/** What was asked for and is refused. */
function refused(deployment: Deployment, asked: readonly Asked[]): readonly Asked[] {
  const permissions = new Permissions(deployment);
  return asked.filter(({ caller, call }) => permissions.decide(caller, call).kind === 'denied');
}

afterAll(removeAssemblies);

/** Which of the listed exceptions are needed, over all templates. */
const needed = new Set<RegExp>();

describe.each(ASSEMBLIES)('policies of the %s template', (name) => {
  let stack: ReturnType<typeof readAssembly>[number];
  let asked: readonly Asked[];
  beforeAll(async () => {
    const assembly = await assemblyOf(name);
    [stack] = readAssembly(assembly) as [typeof stack];
    // CloudFront asks whether it may list the bucket, so as to answer 403 rather than 404.
    asked = (await askedCalls(assembly)).filter(({ call }) => call.action !== 's3:ListBucket');
  });

  test('allow all that a busy day asks for, and nothing of it is unknown', () => {
    const permissions = new Permissions(new Deployment([stack]));
    const decisions = asked.map(({ caller, call }) => [caller, call, permissions.decide(caller, call).kind]);
    expect(asked.length).toBeGreaterThan(50);
    expect(decisions.filter(([, , kind]) => kind !== 'allowed')).toEqual([]);
  });

  test('allow no role what it does not use', () => {
    const unlisted = unusedGrants(new Deployment([stack]), asked).filter((unused) => {
      const listed = NOT_USED.filter(({ grant }) => grant.test(unused));
      for (const { grant } of listed) {
        needed.add(grant);
      }
      return listed.length === 0;
    });
    expect(unlisted).toEqual([]);
  });

  test('deny everybody without TLS', () => {
    expect(openWithoutTls(new Deployment([stack]))).toEqual([]);
  });

  test('have no statement that nobody would miss', () => {
    const statements = statementsIn(stack);
    expect(statements.length).toBeGreaterThan(40);
    const unmissed = statements.filter((statement) => {
      const deployment = without(statement, stack);
      return refused(deployment, asked).length === 0 && openWithoutTls(deployment).length === 0;
    });
    const listed = (logicalId: string) => NOT_MISSED.some(({ resource }) => resource.test(logicalId));
    expect(unmissed.filter(({ logicalId }) => !listed(logicalId)).map(({ title }) => title)).toEqual([]);
    // Whatever is listed is there, and is not missed indeed.
    for (const { resource } of NOT_MISSED) {
      expect(unmissed.filter(({ logicalId }) => resource.test(logicalId))).not.toEqual([]);
    }
  });
});

test('what is listed as not used is there', () => {
  expect(NOT_USED.filter(({ grant }) => !needed.has(grant))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleAssembly } from '../../helpers/example-assembly';

const ROOT = join(__dirname, '../../..');
const IAM = join(ROOT, 'lib/operator/cli/iam');

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: object;
}

const statementsOf = (policy: string): readonly Statement[] =>
  JSON.parse(readFileSync(join(IAM, `${policy}.json`), 'utf8')).Statement;
const allowedBy = (policy: string): readonly string[] =>
  [...new Set(statementsOf(policy).flatMap(({ Action }) => Action))].sort();

const source = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Actions that are not called as the SDK's operation is. @see https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const RENAMED: Readonly<Record<string, string | undefined>> = {
  'lambda:Invoke': 'lambda:InvokeFunction',
  // API Gateway's control plane is allowed by method and path.
  'api-gateway:GetDomainName': 'apigateway:GET',
  // Needs no permission: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  'sts:GetCallerIdentity': undefined,
  'route-53:ListResourceRecordSetProtections': 'route53:ListResourceRecordSetProtections',
};

function actionOf(client: string, operation: string): readonly string[] {
  const called = `${client}:${operation}`;
  const action = called in RENAMED ? RENAMED[called] : called.replace('route-53:', 'route53:');
  return action === undefined ? [] : [action];
}

/** What the SDK's clients are asked for in a text of code: commands, and pages of them. */
function callsIn(code: string, imports = code): readonly string[] {
  const clients = [...imports.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([\w-]+)'/g)];
  const actions = clients.flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/\b(?:(\w+)Command|paginate(\w+))\b/g)].flatMap(([name, command, pages]) =>
      code.replace(/import \{[^}]*\} from [^\n]*/g, '').includes(name)
        ? actionOf(client, command ?? pages ?? '')
        : [],
    ),
  );
  return [...new Set(actions)].sort();
}

const callsInFiles = (...files: readonly string[]): readonly string[] =>
  [...new Set(files.flatMap((file) => callsIn(source(file))))].sort();

/** Every file of the command that speaks to AWS. */
const ADAPTERS = ['lib/operator/cli', 'lib/operator/verify', 'lib/operator/failover']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => file.endsWith('.ts') && source(file).includes("from '@aws-sdk/client-"));

const INSPECTOR = 'lib/operator/verify/aws-inspector.ts';
const SPEAK = [
  'lib/operator/cli/stack-reader.ts',
  'lib/operator/cli/status-function.ts',
  'lib/operator/cli/identity.ts',
];

/** What some methods of the inspector call, and what they call in turn. */
function callsOfInspector(methods: readonly string[]): readonly string[] {
  const code = source(INSPECTOR);
  const bodies = code.split(/^ {2}(?:private )?(?:async )?(?=\w+\(.*\{$)/m);
  const bodyOf = (method: string) => bodies.find((body) => body.startsWith(`${method}(`)) ?? '';
  const all = new Set(methods);
  for (const method of all) {
    for (const [, inner = ''] of bodyOf(method).matchAll(/this\.(\w+)\(/g)) {
      all.add(inner);
    }
  }
  return [...all].flatMap((method) => callsIn(bodyOf(method), code));
}

describe('policies to use the command', () => {
  test('to speak allow what finds the function and asks it', () => {
    expect(allowedBy('speak')).toEqual(callsInFiles(...SPEAK));
  });

  test('to see how things stand allow a look at the alarms beside it', () => {
    expect(allowedBy('status')).toEqual(callsInFiles(...SPEAK, 'lib/operator/cli/alarms.ts'));
  });

  test('for maintenance allow the mute rule beside it', () => {
    expect(allowedBy('maintenance')).toEqual(callsInFiles(...SPEAK, 'lib/operator/cli/alarm-mutes.ts'));
  });

  test('to confirm allow that and nothing else', () => {
    expect(allowedBy('confirm')).toEqual(callsInFiles('lib/operator/cli/subscriptions.ts'));
  });

  test('for the failover allow what it looks at, and to ask the function for a hold', () => {
    const methods = [...source('lib/operator/failover/look-at-failover.ts').matchAll(/inspector\.(\w+)\(/g)];
    const looks = callsOfInspector(methods.map(([, method = '']) => method));
    expect(looks).toContain('route53:GetHealthCheckStatus');
    expect(allowedBy('failover')).toEqual([...new Set([...looks, ...callsInFiles(...SPEAK)])].sort());
  });

  test('to verify allow all that it reads, and to ask the function who holds the failover', () => {
    const reads = ADAPTERS.filter((file) => file.startsWith('lib/operator/verify/')).flatMap((file) =>
      callsIn(source(file)),
    );
    const others = ['route53:GetHealthCheckStatus'];
    const needed = new Set(
      [...reads, ...callsInFiles(...SPEAK)].filter((action) => !others.includes(action)),
    );
    expect(allowedBy('verify')).toEqual([...needed].sort());
  });

  test('leave out no call that any file of the command makes', () => {
    expect(ADAPTERS.length).toBeGreaterThan(6);
    const allowed = ['speak', 'status', 'maintenance', 'confirm', 'failover', 'verify'].flatMap(allowedBy);
    expect(callsInFiles(...ADAPTERS).filter((action) => !allowed.includes(action))).toEqual([]);
  });

  test('are not for everything: a wildcard stands only where AWS knows no resource', () => {
    const wide = ['speak', 'status', 'maintenance', 'confirm', 'failover', 'verify'].flatMap((policy) =>
      statementsOf(policy)
        .filter(({ Resource }) => Resource.includes('*'))
        .flatMap(({ Action }) => Action),
    );
    // Composite alarms are shown to those who may see all: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
    const needsAll = (action: string) => /^sns:Get|SMS|OptedOut|^cloudwatch:DescribeAlarms$/.test(action);
    expect(wide.filter((action) => !needsAll(action))).toEqual([]);
  });
});

describe('policies to deploy', () => {
  test('let a person assume the roles of the bootstrap, and nothing else', () => {
    expect(allowedBy('deploy')).toEqual(['sts:AssumeRole']);
    const roles = statementsOf('deploy').flatMap(({ Resource }) => Resource);
    expect(roles.every((role) => role.includes(':role/cdk-hnb659fds-'))).toBe(true);
  });

  /** How a resource type's service is called in IAM, where not by its own name. */
  const SERVICES: Readonly<Record<string, string>> = {
    CertificateManager: 'acm',
    ApiGatewayV2: 'apigateway',
  };

  test.each(['edge', 'dns'] as const)(
    'let CloudFormation make every resource of the example: %s',
    async (topology) => {
      const template = join(await exampleAssembly(topology), 'Understudy.template.json');
      const resources: Record<string, { Type: string }> = JSON.parse(
        readFileSync(template, 'utf8'),
      ).Resources;
      const types = Object.values(resources).map(({ Type }) => Type.split('::')[1] ?? '');
      const services = new Set(
        types.filter((type) => type !== '').map((type) => SERVICES[type] ?? type.toLowerCase()),
      );
      const allowed = allowedBy('cloudformation-execution').map((action) => action.split(':')[0]);
      // Custom resources are functions of the stack's own.
      const missing = [...services].filter((service) => service !== 'cdkbucketdeployment');
      expect(missing.filter((service) => !allowed.includes(service))).toEqual([]);
    },
  );

  test('give roles of the stack only, and to functions only', () => {
    const iam = statementsOf('cloudformation-execution').filter(({ Action }) =>
      Action.some((action) => action.startsWith('iam:')),
    );
    expect(iam.flatMap(({ Resource }) => Resource)).toEqual(
      iam.map(() => 'arn:aws:iam::111122223333:role/Understudy-*'),
    );
    const passing = iam.find(({ Action }) => Action.includes('iam:PassRole'));
    expect(passing?.Condition).toEqual({
      StringEquals: { 'iam:PassedToService': ['lambda.amazonaws.com'] },
    });
  });
});

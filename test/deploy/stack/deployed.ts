import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { type Names, resolve } from '../compare/resolve';
import { clientConfig } from '../machine/client-config';
import { run } from '../machine/run';
import { STACK, type Template } from './assembly';

/** What the services have of a stack's resources, by logical id; null where there is nothing. */
export type ReadBack = Readonly<Record<string, Found | null>>;
export interface Found {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A deployed stack: what its template came to, and what is there. */
export interface Deployed {
  readonly expected: Readonly<Record<string, unknown>>;
  readonly actual: ReadBack;
}

/** Who asks, and as whom. */
export interface Place {
  readonly python: string;
  readonly env: NodeJS.ProcessEnv;
}

const READ_BACK = require.resolve('../read-back/read_back.py');
/** No service has it. */
const NOTHING_BEHIND = 'AWS::CDK::Metadata';
const PSEUDO_PARAMETERS: readonly [string, string][] = [
  ['AWS::AccountId', '000000000000'],
  ['AWS::Partition', 'aws'],
  ['AWS::Region', 'us-east-1'],
  ['AWS::StackName', STACK],
  ['AWS::URLSuffix', 'amazonaws.com'],
];

/** Asks every service for what the stack made of a template. @throws Error where one can't be asked */
export async function readDeployed(template: Template, place: Place): Promise<Deployed> {
  const refs = new Map([...PSEUDO_PARAMETERS, ...(await physicalIds(place.env))]);
  const ids = Object.keys(template.Resources).filter((id) => template.Resources[id]?.Type !== NOTHING_BEHIND);
  const asked = attributesAskedFor(template);
  const ask = (logicalIds: readonly string[], properties: (id: string) => unknown): Promise<ReadBack> =>
    askServices(
      logicalIds.map((logicalId) => ({
        logicalId,
        type: template.Resources[logicalId]?.Type,
        physicalId: refs.get(logicalId),
        properties: properties(logicalId) ?? {},
      })),
      place,
    );
  // First those whose attributes are in other resources' properties; which these need themselves, they have without any.
  const mappings = template.Mappings ?? {};
  const first = await ask(
    ids.filter((id) => asked.has(id)),
    (id) => resolvable(template.Resources[id]?.Properties ?? {}, { refs, attributes: new Map(), mappings }),
  );
  const names: Names = { refs, attributes: attributesOf(first), mappings };
  const resolved = (id: string): unknown => resolve(template.Resources[id]?.Properties ?? {}, names);
  const rest = await ask(
    ids.filter((id) => !asked.has(id)),
    resolved,
  );
  return { expected: Object.fromEntries(ids.map((id) => [id, resolved(id)])), actual: { ...first, ...rest } };
}

/** The properties that can be told by now. */
function resolvable(properties: object, names: Names): object {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => {
      try {
        return [[key, resolve(value, names)]];
      } catch {
        return [];
      }
    }),
  );
}

async function physicalIds(env: NodeJS.ProcessEnv): Promise<[string, string][]> {
  const client = new CloudFormationClient(clientConfig(env));
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: STACK }));
  client.destroy();
  return StackResources.map((one) => [`${one.LogicalResourceId}`, `${one.PhysicalResourceId}`]);
}

/** The resources that some `Fn::GetAtt` or `${Resource.Attribute}` names. */
function attributesAskedFor(template: Template): ReadonlySet<string> {
  const asked = new Set<string>();
  JSON.stringify(template, (key, value) => {
    if (key === 'Fn::GetAtt') {
      asked.add(String(value[0]));
    }
    return value;
  });
  return asked;
}

const attributesOf = (found: ReadBack): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(found).flatMap(([id, one]) =>
      Object.entries(one?.attributes ?? {}).map(([name, value]): [string, string] => [
        `${id}.${name}`,
        value,
      ]),
    ),
  );

async function askServices(resources: readonly object[], { python, env }: Place): Promise<ReadBack> {
  const input = JSON.stringify(resources);
  const { code, stdout, stderr } = await run(python, [READ_BACK], { env, input, timeoutSeconds: 120 });
  if (code !== 0) {
    throw new Error(`the services could not be asked: ${stderr.trim().split('\n').at(-1)}`);
  }
  return JSON.parse(stdout);
}

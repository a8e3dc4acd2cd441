import { z } from 'zod';
import type { CheckerObservation, DeployedStack, Inspector, StackResource } from '../verify/inspector';
import { ofType } from '../verify/inspector';
import { onlyStore } from '../verify/only-store';

const HEALTH_CHECK = 'AWS::Route53::HealthCheck';

/** What counts of a health check's configuration, as Route 53 has it and as a template states it. */
const CONFIG = z.object({
  Type: z.string().optional(),
  HealthThreshold: z.coerce.number().optional(),
  ChildHealthChecks: z.array(z.unknown()).default([]),
  Inverted: z.boolean().default(false),
  Disabled: z.boolean().default(false),
});

type Config = z.output<typeof CONFIG>;

/** A health check that decides about a record, or an endpoint's that only alarms. */
export interface CheckSeen {
  readonly name: string;
  readonly id: string;
  /** As Route 53 has it now. */
  readonly config: Config;
}

/** An endpoint and what its checkers see. */
export interface EndpointSeen extends CheckSeen {
  /** Whether the calculated health check counts it. */
  readonly closes: boolean;
  readonly observations: readonly CheckerObservation[];
}

/** All that decides which record Route 53 answers with. */
export interface FailoverSeen {
  /** Names that fail over. Empty before the cut-over. */
  readonly recordNames: readonly string[];
  /** The calculated health check. */
  readonly store: CheckSeen & { readonly deployedThreshold: number };
  /** Those that close the store first. */
  readonly endpoints: readonly EndpointSeen[];
}

/** Looks at everything that decides where Route 53 sends shoppers. @throws Error naming the stack and what it lacks */
export async function lookAtFailover(
  { stack: stackName, store }: { readonly stack: string; readonly store?: string },
  inspector: Inspector,
): Promise<FailoverSeen> {
  const stack = onlyStore(await inspector.stack(stackName), store);
  const resource = ofType(stack, HEALTH_CHECK).find((one) => configOf(one).Type === 'CALCULATED');
  if (resource === undefined) {
    throw new Error(
      `--stack: has no calculated health check, got ${JSON.stringify(stackName)}; name a stack of Understudy's`,
    );
  }
  const seen = await look(resource, inspector);
  const deployed = configOf(resource);
  const deployedThreshold = deployed.HealthThreshold ?? deployed.ChildHealthChecks.length;
  return {
    recordNames: recordNamesOf(stack),
    store: { ...seen, deployedThreshold },
    endpoints: await endpointsOf(stack, seen, inspector),
  };
}

async function endpointsOf(
  stack: DeployedStack,
  store: CheckSeen,
  inspector: Inspector,
): Promise<EndpointSeen[]> {
  const others = ofType(stack, HEALTH_CHECK).filter((one) => configOf(one).Type !== 'CALCULATED');
  const found = await Promise.all(
    others.map(async (resource) => {
      const check = await look(resource, inspector);
      const observations = await inspector.checkers(check.id);
      return { ...check, observations, closes: store.config.ChildHealthChecks.includes(check.id) };
    }),
  );
  return found.sort((one, other) => Number(other.closes) - Number(one.closes));
}

async function look(resource: StackResource, inspector: Inspector): Promise<CheckSeen> {
  const { logicalId, physicalId: id } = resource;
  const config = id === undefined ? undefined : await inspector.healthCheck(id);
  if (id === undefined || config === undefined) {
    throw new Error(`health check ${logicalId}: is not there; deploy again`);
  }
  return { name: nameOf(resource), id, config: CONFIG.parse(config) };
}

/** Of the template. References in it are not looked into. */
const configOf = ({ properties }: StackResource): Config =>
  CONFIG.parse(properties['HealthCheckConfig'] ?? {});

const TAGS = z.array(z.object({ Key: z.string(), Value: z.unknown() })).catch([]);

function nameOf({ properties, logicalId }: StackResource): string {
  const tag = TAGS.parse(properties['HealthCheckTags']).find(({ Key }) => Key === 'Name');
  return typeof tag?.Value === 'string' ? tag.Value : logicalId;
}

function recordNamesOf(stack: DeployedStack): string[] {
  const names = ofType(stack, 'AWS::Route53::RecordSet')
    .filter(({ properties }) => properties['Failover'] === 'PRIMARY')
    .map(({ properties }) => String(properties['Name']).replace(/\.$/, ''));
  return [...new Set(names)];
}

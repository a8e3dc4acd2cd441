import { z } from 'zod';
import { type StorePaths, storePathsFrom, USUAL_PATHS } from '../../failover/store-paths';
import { DEFAULT_BUDGETS, defaultBudgets, REHEARSAL_METADATA_KEY } from '../../rehearsal-budgets';
import type { Money, RehearsalBudgets } from '../../understudy-props';
import type { DeployedResource } from '../aws/assembly/deployed-resource';
import type { Deployment } from '../aws/assembly/deployment';
import { DISTRIBUTION } from '../aws/cloudfront/resource';
import { HEALTH_CHECK } from '../aws/route53/resource';
import { RehearsalError } from '../kernel/errors';
import { describeIssue } from '../scenario/describe-issue';

/** One that an older template does not know has its default. */
const budget = z.number().min(0).optional();

const path = z.string().startsWith('/');

const METADATA = z.strictObject({
  /** Version 1 had no paths. */
  schema: z.union([z.literal(1), z.literal(2)], { error: 'must be one of 1, 2' }),
  topology: z.enum(['edge', 'dns']),
  domainName: z.string(),
  /** Tells the store's own resources from those of another in the assembly. */
  path: z.string().optional(),
  budgets: z.strictObject({
    detectSeconds: budget,
    switchSeconds: budget,
    firstPageSeconds: budget,
    worstWaitSeconds: budget,
    worstFormWaitSeconds: budget,
    switchedWaitSeconds: budget,
    alertSeconds: budget,
    recoveredSeconds: budget,
    backSeconds: budget,
  }),
  paths: z
    .strictObject({
      ...(Object.fromEntries(Object.keys(USUAL_PATHS).map((page) => [page, path])) as Record<
        keyof StorePaths,
        typeof path
      >),
      paymentReturn: path.optional(),
    })
    .optional(),
  revenuePerMinute: z.strictObject({ amount: z.number(), currency: z.string() }).optional(),
  slowCloses: z.boolean().optional(),
  looksForText: z.boolean().optional(),
  emergencyPageCheck: z.boolean().optional(),
  unnoticedSeconds: z.number().optional(),
  secondContactMinutes: z.number().optional(),
});

/** Which store is rehearsed, and what it is held to. */
export interface RehearsalSettings {
  readonly topology: 'edge' | 'dns' | 'other';
  /** The name that shoppers type. */
  readonly domainName: string;
  readonly budgets: RehearsalBudgets;
  /** Where shoppers go. */
  readonly paths: StorePaths;
  /** @default - outages have no price */
  readonly revenuePerMinute?: Money;
  /** Whether a critical endpoint closes the store that fails its check; else only a dead port does. @default true */
  readonly slowCloses?: boolean;
  /** Whether a critical endpoint looks for a text; else a status alone says how the store is. @default true */
  readonly looksForText?: boolean;
  /** Whether the emergency page has a health check of its own. @default true */
  readonly emergencyPageCheck?: boolean;
  /** Failures that last less may pass between the probes, in seconds. @default - as with the default health checks */
  readonly unnoticedSeconds?: number;
  /** Minutes without an acknowledgement until the second contact is called. @default - there is none */
  readonly secondContactMinutes?: number;
}

/**
 * Reads the settings that Understudy leaves in the template. A stack made by something else is rehearsed under its
 * distribution's first name, with the default budgets.
 * @throws RehearsalError INVALID_TEMPLATE for settings that can't be read, which would pass for none
 */
export function readSettings(deployment: Deployment): RehearsalSettings {
  const metadata = deployment.metadata(REHEARSAL_METADATA_KEY);
  return metadata === undefined
    ? settingsOfOther(deployment)
    : { paths: probedPaths(deployment), ...settingsIn(metadata) };
}

type GivenSettings = Omit<RehearsalSettings, 'paths'> & Partial<Pick<RehearsalSettings, 'paths'>>;

function settingsIn({
  stackName,
  value,
}: {
  readonly stackName: string;
  readonly value: unknown;
}): GivenSettings {
  const parsed = METADATA.safeParse(value);
  if (parsed.success) {
    const { budgets, paths, schema: _schema, path: _path, ...settings } = parsed.data;
    return {
      ...settings,
      budgets: { ...defaultBudgets(settings.topology, settings.slowCloses), ...budgets },
      ...(paths && { paths }),
    };
  }
  const above = [stackName, 'Metadata', REHEARSAL_METADATA_KEY];
  const whole = above.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  const mistakes = parsed.error.issues.map((issue) => describeIssue(issue, [...above, ...issue.path], whole));
  throw new RehearsalError('INVALID_TEMPLATE', `${mistakes.join('; ')}; run cdk synth again`, {
    cause: parsed.error,
  });
}

function settingsOfOther(deployment: Deployment): RehearsalSettings {
  const [domainName] = deployment.resources
    .filter(({ type }) => type === DISTRIBUTION.type)
    .flatMap((resource) => aliasesOf(resource, deployment));
  if (domainName === undefined) {
    throw new RehearsalError(
      'NOTHING_TO_REHEARSE',
      'the assembly has no distribution with a host name; rehearse a stack with CloudFront',
    );
  }
  return {
    topology: 'other',
    domainName,
    budgets: DEFAULT_BUDGETS.edge,
    paths: probedPaths(deployment),
  };
}

/** Where the settings do not say where shoppers go: what health checks probe tells. */
const probedPaths = (deployment: Deployment): StorePaths =>
  storePathsFrom({
    endpoints: deployment.resources
      .filter(({ type }) => type === HEALTH_CHECK.type)
      .map(({ properties }) => properties['HealthCheckConfig'])
      .flatMap((config) => probedPath(config as Readonly<Record<string, unknown>> | undefined)),
  });

function probedPath(config: Readonly<Record<string, unknown>> = {}) {
  const probed = config['ResourcePath'];
  return typeof probed === 'string' && probed.startsWith('/') ? [{ path: probed }] : [];
}

/** Looks at nothing else: a distribution of another name may have properties that are not modelled. */
function aliasesOf(resource: DeployedResource, deployment: Deployment): readonly string[] {
  const config = resource.properties['DistributionConfig'] as Readonly<Record<string, unknown>> | undefined;
  return [deployment.resolve(config?.['Aliases'], resource)]
    .flat()
    .filter((name) => typeof name === 'string');
}

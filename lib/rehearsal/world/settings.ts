import { z } from 'zod';
import { DEFAULT_BUDGETS, REHEARSAL_METADATA_KEY } from '../../rehearsal-budgets';
import type { Money, RehearsalBudgets } from '../../understudy-props';
import type { Deployment } from '../assembly/deployment';
import { DISTRIBUTION } from '../cloudfront/resource';
import { RehearsalError } from '../errors';

/** One that an older template does not know has its default. */
const budget = z.number().optional();

const METADATA = z.object({
  schema: z.literal(1),
  topology: z.enum(['edge', 'dns']),
  domainName: z.string(),
  budgets: z.object({
    detectSeconds: budget,
    switchSeconds: budget,
    firstPageSeconds: budget,
    worstWaitSeconds: budget,
    switchedWaitSeconds: budget,
    alertSeconds: budget,
    recoveredSeconds: budget,
    backSeconds: budget,
  }),
  revenuePerMinute: z.object({ amount: z.number(), currency: z.string() }).optional(),
});

/** Which store is rehearsed, and what it is held to. */
export interface RehearsalSettings {
  readonly topology: 'edge' | 'dns' | 'other';
  /** The name that shoppers type. */
  readonly domainName: string;
  readonly budgets: RehearsalBudgets;
  /** @default - outages have no price */
  readonly revenuePerMinute?: Money;
}

/**
 * Reads the settings that Understudy leaves in the template. A stack made by something else is rehearsed under its
 * distribution's first name, with the default budgets.
 */
export function readSettings(deployment: Deployment): RehearsalSettings {
  const metadata = METADATA.safeParse(deployment.metadata(REHEARSAL_METADATA_KEY));
  if (metadata.success) {
    const { topology, budgets } = metadata.data;
    return { ...metadata.data, budgets: { ...DEFAULT_BUDGETS[topology], ...budgets } };
  }
  const [domainName] = deployment
    .all(DISTRIBUTION)
    .flatMap(({ properties }) => properties.DistributionConfig.Aliases);
  if (domainName === undefined) {
    throw new RehearsalError(
      'NOTHING_TO_REHEARSE',
      'the assembly has no distribution with a host name; rehearse a stack with CloudFront',
    );
  }
  return { topology: 'other', domainName, budgets: DEFAULT_BUDGETS.edge };
}

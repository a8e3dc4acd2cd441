import { z } from 'zod';
import { TOPOLOGY } from './schema-parts';

const path = z.string().describe('a property, such as DistributionConfig.Origins.0.DomainName');

const RESOURCE = z.object({
  name: z.string().describe('stack/logicalId'),
  type: z.string(),
  modelled: z.array(path).describe('properties that decide what a rehearsal shows'),
  ignored: z.array(z.object({ path, because: z.string() })),
});

/** What was looked at in an assembly, and what it costs. */
export const ASSEMBLY_REPORT = z.object({
  topology: TOPOLOGY,
  domainName: z.string(),
  modelled: z.array(RESOURCE),
  aside: z
    .array(z.object({ name: z.string(), type: z.string(), because: z.string() }))
    .describe('resources that play no part in a rehearsal, and alarms that nobody can hear'),
  unsupported: z
    .array(z.object({ name: z.string(), type: z.string() }))
    .describe(
      'resources that a rehearsal does not know, or not all of; on the failover path they would have stopped it',
    ),
  cost: z
    .array(z.object({ what: z.string(), count: z.int().min(0), dollars: z.number().min(0) }))
    .describe('US dollars a month while nothing happens, traffic not counted'),
});

export type AssemblyReport = z.output<typeof ASSEMBLY_REPORT>;

import { z } from 'zod';
import { TOPOLOGY } from '../schema-parts';

const DIFFERENCE = z.object({
  what: z.string(),
  unit: z.enum(['ms', 'requests', 'shoppers', 'messages', 'budgets', 'minutes', 'money']),
  other: z.number().nullable().describe('there; null: it did not happen'),
  own: z.number().nullable().describe('here; null: it did not happen'),
  isWorse: z
    .boolean()
    .describe(
      'whether more of it is worse: an emergency page may take the place of the store, or of an error',
    ),
});

const SCENARIO = z.object({
  name: z.string(),
  topology: TOPOLOGY,
  otherTopology: TOPOLOGY.describe("the other one's topology, which may be another"),
  other: z.boolean().describe('whether it passed there'),
  own: z.boolean().describe('whether it passed here'),
  differences: z
    .array(DIFFERENCE)
    .describe(
      'only what differs, by a twentieth of a second or of a minute at least; empty when nothing does',
    ),
});

/** What a change to the stack did to its failover. `other`: what it was before, or elsewhere. */
export const COMPARISON = z.object({
  scenarios: z.array(SCENARIO).describe('what both played, paired by name and topology'),
  onlyOther: z.array(z.string()).describe('scenarios that only the other one played'),
  onlyOwn: z.array(z.string()).describe('scenarios that only this one played'),
  dollars: z
    .object({ other: z.number().min(0), own: z.number().min(0) })
    .describe('US dollars a month while nothing happens, traffic not counted'),
});

export type Comparison = z.output<typeof COMPARISON>;
/** One scenario in both reports. */
export type ScenarioComparison = Comparison['scenarios'][number];
/** One measure of a scenario, here and there. */
export type Difference = ScenarioComparison['differences'][number];

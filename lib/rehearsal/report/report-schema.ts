import { z } from 'zod';
import { RULED_OUT } from '../judge/prediction/ruled-out-times';
import { SHOPPER_OUTCOMES } from '../kernel/shopper-outcome';
import { UNKNOWN_NAMES } from '../unknowns/unknowns';
import { ASSEMBLY_REPORT } from './assembly-schema';
import { COMPARISON } from './compare/comparison-schema';
import { ms, msOrNever, TOPOLOGY } from './schema-parts';
import { UNCERTAINTY } from './uncertainty-schema';

const interval = z
  .object({ earliestMs: ms, latestMs: ms })
  .nullable()
  .describe('null: arithmetic alone can not tell, or the thing does not happen for sure before the repair');

const counts = z.object(
  Object.fromEntries(SHOPPER_OUTCOMES.map((outcome) => [outcome, z.int().min(0)])) as Record<
    (typeof SHOPPER_OUTCOMES)[number],
    z.ZodInt
  >,
);

const series = z.object(
  Object.fromEntries(SHOPPER_OUTCOMES.map((outcome) => [outcome, z.array(z.int().min(0))])) as Record<
    (typeof SHOPPER_OUTCOMES)[number],
    z.ZodArray<z.ZodInt>
  >,
);

/** How long things took. `null`: it did not happen. */
const TIMES = z.object({
  detectMs: msOrNever.describe('from the failure until Route 53 answers with SECONDARY'),
  dnsMs: msOrNever.describe("from the failure until the last asked resolver's old answer has expired"),
  firstPageMs: msOrNever.describe('from the failure until the first shopper could see the emergency page'),
  alertMs: msOrNever.describe('from the failure until the first message of trouble arrives'),
  announcedMs: msOrNever.describe('from the failure until the first message about an incident arrives'),
  recoveredMs: msOrNever.describe(
    'from the repair until a message says that it is over, after which none tells of trouble again',
  ),
  backMs: msOrNever.describe(
    'from the repair until the last shopper who was kept out was in the store again',
  ),
});

const PREDICTED = z.object({
  detectMs: interval,
  dnsMs: interval,
  firstPageMs: interval,
  alertMs: interval,
  announcedMs: interval,
  recoveredMs: interval,
  worstWaitMs: interval,
  never: z.array(z.enum(RULED_OUT)).describe('what arithmetic says does not happen'),
});

const WAITS = z
  .object({
    p50Ms: ms.describe('exact to two percent'),
    p99Ms: ms.describe('exact to two percent'),
    worstMs: ms.describe('exact; also of shoppers who asked after the repair'),
    switchedMs: msOrNever.describe('the longest of shoppers who asked once the last resolver had switched'),
  })
  .describe('from asking until something could be seen, of shoppers who asked while a fault lasted');

const EXPOSURE = z.object({
  unknown: z.enum(UNKNOWN_NAMES),
  at: z.number().describe('the end of its range that is worse, in its unit'),
  mayReach: z.number().describe('the latest that it may come there'),
  missesFrom: z
    .number()
    .nullable()
    .describe('from which value on no luck keeps the budget, in the unit of the unknown; null: luck may'),
});

const FINDING = z.object({
  kind: z.enum(['budget', 'expectation', 'prediction']),
  what: z.string(),
  measured: z.number().nullable().describe('null: it never happened'),
  atLeast: z.number().describe('the smallest that passes'),
  atMost: z.number().describe('the greatest that passes'),
  mayReach: z
    .number()
    .nullable()
    .describe('of a budget: what arithmetic allows, whatever was measured; null: not predicted'),
  exposedTo: z
    .array(EXPOSURE)
    .optional()
    .describe(
      'of a budget: what AWS gives no number for and may break it, whatever was measured, the worst first; absent: nothing',
    ),
  unit: z.enum(['ms', 'requests', 'shoppers', 'messages', 'answers', 'faults', 'commands', 'runs', 'calls']),
  passed: z.boolean(),
  changedBy: z
    .array(z.string())
    .describe('the props that change it, as their owner writes them, or what of the scenario does'),
});

const MESSAGE = z.object({
  atMs: ms,
  channel: z.string().describe('the protocol of the subscription, such as email, sms or https'),
  topic: z.string().describe('the display name of the SNS topic'),
  subject: z.string().describe('empty where the channel has none'),
  body: z.string(),
  recipients: z.int().min(1),
  incidentId: z.string().nullable().describe('null: the message names none, like a plain alarm'),
  state: z
    .string()
    .nullable()
    .describe('the first word of its kind in the subject, such as RESOLVED or ALARM'),
});

const ENTRY = z.object({
  atMs: ms,
  kind: z.enum([
    'fault',
    'repair',
    'route53',
    'dns',
    'cloudwatch',
    'lambda',
    'person',
    'message',
    'shoppers',
  ]),
  text: z.string(),
  body: z.string().optional().describe('of a message: what its reader sees'),
  otherForms: z
    .array(z.object({ channel: z.string(), body: z.string() }))
    .optional()
    .describe('of a message: how it reads on channels where it reads differently, such as sms'),
});

const span = z.object({ fromMs: ms, toMs: ms });

const SPANS = z.object({
  secondary: z.array(span).describe('Route 53 answered with SECONDARY for a name or more'),
  alarm: z.array(span).describe('at least one alarm was in ALARM'),
});

const LOST = z.object({
  minutes: z
    .number()
    .min(0)
    .describe('in which nobody could buy; half kept out for a minute is half a minute'),
  money: z
    .object({ amount: z.number().min(0), currency: z.string() })
    .nullable()
    .describe('null: the props name no revenue per minute'),
});

const LOSS = LOST.extend({
  whenOpen: LOST.optional().describe(
    'where the store was only slow or reworded, and closed for it: what would have been lost had it stayed open',
  ),
}).describe('an estimate: it assumes that shoppers who are kept out do not come back to buy');

/** One scenario, played through one assembly. All `atMs` count from the start of the scenario. */
export const SCENARIO_REPORT = z.object({
  name: z.string(),
  topology: TOPOLOGY,
  domainName: z.string(),
  hypothesis: z.string(),
  likelihood: z.int().min(1).max(5).describe('from once in years to every month'),
  impact: z.int().min(1).max(5).describe('from few notice to nobody can buy'),
  owner: z.string(),
  passed: z.boolean(),
  widenedBudgets: z
    .array(z.string())
    .describe('budgets of the store that the scenario widens, such as worstWaitSeconds'),
  knownGap: z.string().nullable().describe('what the stack is known not to do in this scenario'),
  endMs: ms,
  faults: z.array(z.object({ fromMs: ms, toMs: ms, text: z.string() })).min(1),
  counted: z
    .object({ fromMs: ms, toMs: ms })
    .describe(
      'what times since the failure and since the repair count from: where the store fails more than once, the first failure and the last repair of those that Route 53 is sure to notice',
    ),
  times: TIMES,
  predicted: PREDICTED,
  waits: WAITS,
  requests: counts.describe(
    "what became of shoppers' requests; CloudFront's own figures, which messages quote, also count those of waiting emergency pages",
  ),
  requestsMeanwhile: counts.describe(
    'of those: made from the beginning of the first fault to the end of the last',
  ),
  hurtShare: z
    .number()
    .min(0)
    .max(1)
    .describe('of requestsMeanwhile: raw error, gave up and POST lost, as a share of them all'),
  overTime: z
    .object({ bucketMs: ms, counts: series })
    .describe('requests by outcome and by when they were made, oldest first'),
  orders: z.object({
    placed: z.int().min(0),
    longestMs: ms.optional().describe('how long the slowest of them took; older reports do not tell'),
    atRisk: z
      .int()
      .min(0)
      .describe('shoppers with something in the cart who did not get what they asked for'),
    saved: z.int().min(0).describe('those of them who placed their order later'),
  }),
  othersSessions: z
    .int()
    .min(0)
    .describe(
      'shoppers who got a session, or a page with a basket, that was made for somebody else: none is ever allowed',
    ),
  loss: LOSS,
  spans: SPANS,
  messages: z.array(MESSAGE),
  timeline: z.array(ENTRY),
  findings: z.array(FINDING),
});

/** How far "passed" goes. */
const HELD = z
  .object({
    held: z.int().min(0).describe('rehearsals in which every finding passed'),
    hurt: z
      .int()
      .min(0)
      .describe("of those: in which a fifth of shoppers' requests or more were hurt; see hurtShare"),
    knownGaps: z.int().min(0).describe('of those: with something that the stack is known not to do'),
    widenedBudgets: z.int().min(0).describe("of those: held to wider budgets than the store's own"),
    atRisk: z.int().min(0).describe('budgets that were kept, and that arithmetic says may be exceeded'),
  })
  .describe('how far "passed" goes');

/** The whole of `report.json`. A change that breaks readers makes it version 2; fields that are added do not. */
export const REPORT = z.object({
  schemaVersion: z.literal(1),
  seed: z.int().min(0),
  passed: z.boolean(),
  summary: HELD,
  scenarios: z.array(SCENARIO_REPORT),
  assemblies: z.array(ASSEMBLY_REPORT),
  uncertainty: UNCERTAINTY.optional().describe(
    'each thing that AWS gives no number for, played alone at both ends of its range, where that was asked for',
  ),
  comparison: COMPARISON.optional().describe('with another stack, where one was asked for'),
});

export type Report = z.output<typeof REPORT>;
export type ScenarioReport = z.output<typeof SCENARIO_REPORT>;
export type ReportExposure = z.output<typeof EXPOSURE>;
export type ReportFinding = z.output<typeof FINDING>;
export type ReportMessage = z.output<typeof MESSAGE>;
export type TimelineKind = z.output<typeof ENTRY>['kind'];

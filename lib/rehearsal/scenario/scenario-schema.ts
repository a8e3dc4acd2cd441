import { z } from 'zod';
import { FAULT } from './fault';
import { PERSON_ACTION } from './person-action';
import type { Expectations, Scenario } from './scenario';
import { known, percent, reportAlongside, seconds } from './schema-parts';

const budget = (what: string) => seconds.optional().describe(`seconds: ${what}`);

const expectation = {
  failover: z
    .enum(['switches', 'comes and goes', 'stays', 'any'])
    .optional()
    .describe('whether Route 53 answers with SECONDARY; default: switches'),
  messages: z
    .enum(['some', 'none', 'any'])
    .optional()
    .describe('whether people are told of the trouble and of its end; default: some'),
  incidents: z
    .union([z.int().min(0).max(100), z.literal('any')], { error: 'must be a whole number up to 100, or any' })
    .optional()
    .describe('how many incidents on-call is told of, each from its beginning to "resolved"; default: 1'),
  plainAlarms: z
    .union([z.int().min(0).max(100), z.literal('any')], { error: 'must be a whole number up to 100, or any' })
    .optional()
    .describe(
      'how many plain alarms a person gets beside the incidents, one of which ends at least; default: 0, and 1 where no incident is expected',
    ),
  notificationsAtMost: z
    .int()
    .min(0)
    .max(1_000)
    .optional()
    .describe(
      'how many notifications a person with e-mail and SMS gets at most; each pager may add a third of that, each chat as many as there are e-mails; default: 6 for each incident',
    ),
  secondContact: z
    .enum(['called', 'any'])
    .optional()
    .describe('whether the second contact is called, once, because nobody acknowledges; default: any'),
  emergencyPage: z
    .enum(['in time', 'any'])
    .optional()
    .describe('whether the first emergency page has a budget, where DNS switches and somebody is kept out'),
  rawErrors: z
    .enum(['none', 'until switched', 'any'])
    .optional()
    .describe(
      'whether shoppers may see errors of CloudFront or their browser; default: none, in dns until switched',
    ),
  shoppersMeanwhile: z
    .enum(['all served', 'any'])
    .optional()
    .describe('whether the store itself serves every request of the play; default: any'),
  shoppersAtTheEnd: z
    .enum(['all back', 'any'])
    .optional()
    .describe('whether nobody is kept out in the last minute; default: all back'),
  budgets: known({
    detectSeconds: budget('from the failure until Route 53 answers with SECONDARY'),
    switchSeconds: budget('from the failure until every resolver that was asked has switched'),
    firstPageSeconds: budget('from the failure until the first shopper could see the emergency page'),
    worstWaitSeconds: budget('the longest wait of a shopper for a page'),
    worstFormWaitSeconds: budget('the longest wait of a shopper for the answer to a form'),
    switchedWaitSeconds: budget('the longest wait of a shopper who asks once every resolver has switched'),
    alertSeconds: budget('from the failure until on-call has a message, and until the incident is announced'),
    recoveredSeconds: budget('from the repair until on-call is told, for good, that it is over'),
    backSeconds: budget('from the repair until the last shopper who was kept out asked'),
  })
    .optional()
    .describe("budgets of this scenario in place of the store's own"),
  knownGap: z.string().min(1).optional().describe('what the stack is known not to do here, in a clause'),
};

/** What holds for every topology, and what differs in one of them. */
const EXPECTATIONS = known({
  ...expectation,
  edge: known(expectation).prefault({}).describe('what differs in the topology edge'),
  dns: known(expectation).prefault({}).describe('what differs in the topology dns'),
}).transform(({ edge, dns, ...both }) => ({
  edge: asPromised('none', { ...both, ...edge, budgets: { ...both.budgets, ...edge.budgets } }),
  dns: asPromised('until switched', { ...both, ...dns, budgets: { ...both.budgets, ...dns.budgets } }),
}));

/** By e-mail "investigating", once worse, "recovered" and "resolved"; by SMS the first and the last. */
const NOTIFICATIONS_OF_AN_INCIDENT = 6;

/** What a scenario leaves unsaid. Where people need not be told, nobody counts what they are told. */
function asPromised(
  rawErrors: Expectations['rawErrors'],
  given: Partial<Expectations> & Pick<Expectations, 'budgets'>,
): Expectations {
  const tells = (given.messages ?? 'some') === 'some';
  const incidents = given.incidents ?? (tells ? 1 : 'any');
  return {
    failover: 'switches',
    messages: 'some',
    incidents,
    // Where no incident tells, a plain alarm has to.
    plainAlarms: tells ? Number(incidents === 0) : 'any',
    ...(tells &&
      incidents !== 'any' && {
        notificationsAtMost: Math.max(1, incidents) * NOTIFICATIONS_OF_AN_INCIDENT,
      }),
    emergencyPage: 'in time',
    rawErrors,
    shoppersMeanwhile: 'any',
    shoppersAtTheEnd: 'all back',
    ...given,
  };
}

/** The shoppers of a store, as a scenario file describes them. */
export const SHOPPERS = known({
  arrivalsPerMinute: z
    .number()
    .min(0)
    .max(600_000)
    .default(20)
    .describe('new shoppers in an ordinary minute'),
  returningPercent: percent
    .default(40)
    .describe("how many come with the store's cookie of an earlier visit; the others have none"),
  pagesPerVisit: z.number().min(1).max(100).default(4).describe('product pages per visit, on average'),
  secondsPerPage: seconds.min(1).default(20).describe('seconds between two pages, on average'),
  cartPercent: percent.default(30).describe('how many put something into the cart'),
  orderPercent: percent.default(60).describe('how many of those place the order'),
  staysPercent: percent
    .default(60)
    .describe('how many stay on the emergency page until it brings them back; the others leave'),
  retriesPercent: percent
    .default(50)
    .describe('how many try again by hand after an error or a long wait; the others leave'),
  resolvers: z
    .int()
    .min(1)
    .max(1_000)
    .default(8)
    .describe('resolvers of internet providers, each with a cache'),
  overstayingPercent: percent
    .default(0)
    .describe('how many of the resolvers keep an answer longer than its TTL'),
  overstaySeconds: seconds.default(900).describe('for how many seconds those keep it'),
});

const CAPACITY = known({
  requestsPerSecond: z
    .number()
    .min(0.1)
    .max(1_000_000)
    .describe('requests that the store finishes in a second when all is well'),
  queue: z.int().min(0).max(1_000_000).describe('requests that may wait; beyond that it answers 503'),
  slowdown: z
    .number()
    .min(1)
    .max(100)
    .default(1)
    .describe('how many times slower it works with a full queue than with an empty one'),
});

const FILE = known({
  name: z
    .string()
    .max(60)
    .regex(/^\S(.*\S)?$/, { error: 'must be one line of text, without spaces around it' })
    .describe("short, and not a built-in scenario's"),
  hypothesis: z.string().min(1).describe('what is expected to hold, as a sentence without its full stop'),
  likelihood: z.int().min(1).max(5).describe('from 1, once in years, to 5, every month'),
  impact: z.int().min(1).max(5).describe('from 1, few notice, to 5, nobody can buy'),
  owner: z.string().min(1).describe('who looks after it'),
  topologies: z
    .array(z.enum(['edge', 'dns']))
    .min(1)
    .default(['edge', 'dns'])
    .describe('where it makes sense'),
  faults: z
    .array(FAULT)
    .min(1)
    .describe(
      'what goes wrong, in any order; faults may overlap. Times count from the first fault of the store that Route 53 is sure to notice, to the repair of the last one; where it is not sure to notice any, from the first fault to the last repair',
    ),
  people: z.array(PERSON_ACTION).default([]).describe('what people do meanwhile, in any order'),
  shoppers: SHOPPERS.prefault({}).describe('who comes to the store and how they behave'),
  capacity: CAPACITY.optional().describe('how much the store can take; default: anything'),
  expectations: EXPECTATIONS.prefault({}).describe(
    'what is expected of the stack; "edge" and "dns" hold what differs in one topology',
  ),
  endSeconds: seconds.min(1).describe('when the play ends; not before the last fault or action'),
}).superRefine(
  ({ faults, people, endSeconds }, context) => {
    const endsAfter = (list: string, index: number, at: number) => {
      if (!(at > endSeconds)) {
        return;
      }
      const message = `must not be before ${list}[${index}], which is at ${at}`;
      context.addIssue({ code: 'custom', path: ['endSeconds'], message });
    };
    for (const [index, { toSeconds }] of faults.entries()) {
      endsAfter('faults', index, toSeconds);
    }
    for (const [index, { atSeconds }] of people.entries()) {
      endsAfter('people', index, atSeconds);
    }
  },
  reportAlongside({
    faults: z.array(z.looseObject({})),
    people: z.array(z.looseObject({})),
    endSeconds: z.number(),
  }),
);

/** A scenario as a file or a program writes it, without what has a default. */
export type ScenarioInput = z.input<typeof FILE>;

/** A scenario as its file holds it. */
export const SCENARIO: z.ZodType<Scenario> = FILE;

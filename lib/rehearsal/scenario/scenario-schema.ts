import { z } from 'zod';
import { FAULT } from './fault';
import { PERSON_ACTION } from './person-action';
import type { Expectations, Scenario } from './scenario';
import { known, percent, seconds } from './schema-parts';

const AS_PROMISED: Expectations = {
  failover: 'switches',
  messages: 'some',
  rawErrors: 'until switched',
  shoppersAtTheEnd: 'all back',
  budgets: {},
};

const budget = seconds.optional();

const expectation = {
  failover: z.enum(['switches', 'stays', 'any']).optional(),
  messages: z.enum(['some', 'none', 'any']).optional(),
  rawErrors: z.enum(['none', 'until switched', 'any']).optional(),
  shoppersAtTheEnd: z.enum(['all back', 'any']).optional(),
  budgets: known({
    detectSeconds: budget,
    switchSeconds: budget,
    firstPageSeconds: budget,
    worstWaitSeconds: budget,
    alertSeconds: budget,
    recoveredSeconds: budget,
  }).optional(),
  knownGap: z.string().min(1).optional(),
};

/** What holds for every topology, and what differs in one of them. */
const EXPECTATIONS = known({
  ...expectation,
  edge: known(expectation).prefault({}),
  dns: known(expectation).prefault({}),
}).transform(({ edge, dns, ...both }) => ({
  edge: { ...AS_PROMISED, ...both, ...edge },
  dns: { ...AS_PROMISED, ...both, ...dns },
}));

const SHOPPERS = known({
  arrivalsPerMinute: z.number().min(0).max(600_000).default(20),
  pagesPerVisit: z.number().min(1).max(100).default(4),
  secondsPerPage: seconds.min(1).default(20),
  cartPercent: percent.default(30),
  orderPercent: percent.default(60),
  staysPercent: percent.default(60),
  retriesPercent: percent.default(50),
  resolvers: z.int().min(1).max(1_000).default(8),
  overstayingPercent: percent.default(0),
  overstaySeconds: seconds.default(900),
});

const CAPACITY = known({
  requestsPerSecond: z.number().min(0.1).max(1_000_000),
  queue: z.int().min(0).max(1_000_000),
  slowdown: z.number().min(1).max(100).default(1),
});

/** A scenario as its file holds it. */
export const SCENARIO: z.ZodType<Scenario> = known({
  name: z.string().min(1).max(60),
  hypothesis: z.string().min(1),
  likelihood: z.int().min(1).max(5),
  impact: z.int().min(1).max(5),
  owner: z.string().min(1),
  topologies: z
    .array(z.enum(['edge', 'dns']))
    .min(1)
    .default(['edge', 'dns']),
  faults: z.array(FAULT).min(1),
  people: z.array(PERSON_ACTION).default([]),
  shoppers: SHOPPERS.prefault({}),
  capacity: CAPACITY.optional(),
  expectations: EXPECTATIONS.prefault({}),
  endSeconds: seconds.min(1),
}).superRefine(({ faults, people, endSeconds }, context) => {
  const refuse = (message: string) =>
    context.addIssue({ code: 'custom', path: ['endSeconds'], message: `must not be before ${message}` });
  if (faults.some(({ toSeconds }) => toSeconds > endSeconds)) refuse('the end of a fault');
  if (people.some(({ atSeconds }) => atSeconds > endSeconds)) refuse('something that a person does');
});

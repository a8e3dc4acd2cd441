import { z } from 'zod';
import { UNKNOWN_NAMES } from '../unknowns/unknowns';
import { TOPOLOGY } from './schema-parts';

const play = { scenario: z.string(), topology: TOPOLOGY };
const measured = z.number().nullable().describe('null: it never happened');

const BROKEN_BY = z.object({
  unknown: z.enum(UNKNOWN_NAMES),
  holdsAt: z.number().describe('the last value played with which it held, in the unit of the unknown'),
  missedAt: z.number().describe('the first value played with which it was missed'),
  measured: measured.describe('with that value; null: it never happened'),
});

const FINDING = z.object({
  ...play,
  kind: z.enum(['budget', 'expectation', 'prediction']),
  what: z.string(),
  measured: measured.describe('at the defaults'),
  atMost: z.number(),
  unit: z.string(),
  held: z.enum(['over the range', 'at the default', 'not at the default']),
  brokenBy: z.array(BROKEN_BY).describe('each alone; empty unless it held at the default only'),
});

const MOVED = z.object({ ...play, what: z.string(), byMs: z.number().min(0) });

const UNKNOWN = z.object({
  name: z.enum(UNKNOWN_NAMES),
  what: z.string(),
  unit: z.string(),
  least: z.number(),
  most: z.number(),
  default: z.number(),
  known: z.string(),
  source: z.string().nullable().describe('null: no page of AWS was found'),
  moves: z.array(MOVED).describe('for each budget by how much at most, the most first'),
  breaks: z.int().min(0).describe('how many of the findings it breaks by itself'),
});

/** What came of playing each unknown alone at both ends of its range. */
export const UNCERTAINTY = z.object({
  version: z.literal(1),
  plays: z.int().min(1).describe('how many plays that took'),
  findings: z.array(FINDING).describe('budgets, and of the rest what does not hold over the range'),
  unknowns: z
    .array(UNKNOWN)
    .describe('those that move most first: what they break, then by how much of a budget'),
});

export type Uncertainty = z.output<typeof UNCERTAINTY>;

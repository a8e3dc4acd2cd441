import * as z from 'zod/mini';
import type { Severity } from './severity';

const timesSchema = z.object({
  /** Minutes from the first message until a person gives a command about the incident. */
  respond: z.optional(z.number()),
  /** Minutes from the first message until every alarm is OK. */
  mend: z.optional(z.number()),
});

/** Targets of each severity that has some, in minutes. */
export const targetTimesSchema = z.object({
  SEV1: z.optional(timesSchema),
  SEV2: z.optional(timesSchema),
  SEV3: z.optional(timesSchema),
});

/** Targets of each severity that has some, in minutes. */
export type TargetTimes = Readonly<z.infer<typeof targetTimesSchema>>;

/** The targets of an incident, as they were when it began, and which of them have passed. */
export const incidentTargetsSchema = z.object({
  times: targetTimesSchema,
  /** When people were first told of this round of the incident. */
  fromMs: z.number(),
  /** When people were told that the target has passed. Absent: they were not. */
  respondPassedAtMs: z.optional(z.number()),
  mendPassedAtMs: z.optional(z.number()),
});

/** The targets of an incident. */
export type IncidentTargets = Readonly<z.infer<typeof incidentTargetsSchema>>;

/** One target as it stands. */
export interface Target {
  readonly kind: 'respond' | 'mend';
  readonly severity: Severity;
  readonly minutes: number;
  readonly byMs: number;
  /** When people were told that it has passed. @default - they were not */
  readonly passedAtMs?: number | undefined;
}

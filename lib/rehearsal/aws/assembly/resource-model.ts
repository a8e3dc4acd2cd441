import { z } from 'zod';

/** How the rehearsal reads one CloudFormation type: a schema that names every property it knows. */
export interface ResourceModel<S extends z.ZodType = z.ZodType> {
  readonly type: string;
  /** Property names as in CloudFormation. A property that the schema lacks is unsupported. */
  readonly properties: S;
}

/** A property that has no influence on what a rehearsal shows, with the reason, which reports repeat. */
export const ignored = (because: string) => z.unknown().optional().meta({ ignored: because });

/** Reason given to {@link ignored}, or undefined for a property that is modelled. */
export const ignoredBecause = (schema: z.ZodType): string | undefined =>
  schema.meta()?.['ignored'] as string | undefined;

/** CloudFormation accepts numbers and booleans as text too. */
export const cfnNumber = z.coerce.number();
/** A whole number within bounds that are included: a service refuses any other. @param to @default - any number */
export const cfnWholeNumber = (from: number, to = Number.POSITIVE_INFINITY) =>
  cfnNumber.refine((value) => Number.isInteger(value) && value >= from && value <= to, {
    error: ({ input }) =>
      `must be a whole number from ${from} ${to === Number.POSITIVE_INFINITY ? 'on' : `to ${to}`}, got ${input}`,
  });
export const cfnBoolean = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((text) => text === 'true'),
]);

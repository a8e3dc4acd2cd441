import * as z from 'zod/mini';
import { textsSchema } from '../contract/texts';

/** A maintenance window. */
export const maintenanceSchema = z.object({
  /** `MNT-YYYYMMDD-NN`, the same in the calendar, the feed and the mute rule. */
  id: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  texts: textsSchema,
  status: z.enum(['scheduled', 'in_progress', 'completed', 'cancelled']),
  /** Grows with each change; calendars ignore what is not newer. */
  revision: z.number(),
  changedAtMs: z.number(),
  /** Id of the command that changed it last. */
  commandId: z.optional(z.string()),
});

/** A maintenance window. */
export type Maintenance = Readonly<z.infer<typeof maintenanceSchema>>;

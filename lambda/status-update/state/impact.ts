import * as z from 'zod/mini';
import { SCOPE_KINDS, SEVERITIES } from '../contract/severity';

/** How far an incident reaches: its worst kind of symptom, and everything that shows it. */
export const impactSchema = z.object({
  kind: z.enum(SCOPE_KINDS),
  /** Labels of the symptoms of that kind, the first to restore first; what matters less is left out. */
  labels: z.array(z.string()),
  /** The worst that people rate these symptoms. Absent: as the kind usually is. */
  severity: z.optional(z.enum(SEVERITIES)),
});

/** The headline of an incident. */
export type Impact = Readonly<z.infer<typeof impactSchema>>;

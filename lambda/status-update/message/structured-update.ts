import * as z from 'zod/mini';
import type { Announcement } from '../incident/announcement';
import { severityOf } from '../incident/severity';
import type { Store } from '../settings';
import { automation, headline, impact } from './words';

const instant = z.iso.datetime();

/**
 * One message about an incident as data, for channels that write their own: chat, pagers, other programs. It goes
 * out in the same publish as the texts for people, so that all of them say the same.
 */
export const structuredUpdateSchema = z.object({
  schema: z.literal(1),
  incidentId: z.string(),
  /** Number of the message within its incident, from 1: receivers ignore what is not newer. */
  update: z.number(),
  /** Why it was sent, such as `opened` or `still`. */
  kind: z.string(),
  phase: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
  severity: z.enum(['SEV1', 'SEV2', 'SEV3']),
  drill: z.boolean(),
  /** Subject and text of the e-mail. */
  subject: z.string(),
  body: z.string(),
  /** What is wrong, in a few words: `checkout down`. */
  headline: z.string(),
  /** What it means for shoppers, one sentence. */
  impact: z.string(),
  /** What the stack does about it without anybody's help, one sentence. */
  automation: z.string(),
  store: z.object({ domainName: z.string(), name: z.string() }),
  /** The kind of the worst symptom, such as `store-down`, and everything that shows it. */
  symptom: z.object({ kind: z.string(), labels: z.array(z.string()) }),
  /** Empty when it is well. */
  alarmNames: z.array(z.string()),
  startedAt: instant,
  at: instant,
  /** Null when there is no further message. */
  nextUpdateAt: z.nullable(instant),
  links: z.object({ runbook: z.string(), dashboard: z.string() }),
});

/** One message about an incident as data. */
export type StructuredUpdate = Readonly<z.infer<typeof structuredUpdateSchema>>;

/** An announcement as data. `texts` are the same announcement's texts for people. */
export function structuredUpdate(
  announcement: Announcement,
  texts: { readonly subject: string; readonly body: string },
  store: Store,
): StructuredUpdate {
  const { kind, incidentId, update, phase, scope, drill, alarmNames } = announcement;
  return {
    schema: 1,
    incidentId,
    update,
    kind,
    phase,
    severity: severityOf(scope.kind),
    drill,
    ...texts,
    headline: headline(scope),
    impact: impact(scope, store),
    automation: automation(scope, store),
    store: { domainName: store.domainName, name: store.storeName },
    symptom: { kind: scope.kind, labels: [...scope.labels] },
    alarmNames: [...alarmNames],
    ...times(announcement),
    links: { runbook: store.runbookUrl, dashboard: store.dashboardUrl },
  };
}

function times({ startedAtMs, atMs, nextUpdateAtMs }: Announcement) {
  const iso = (epochMs: number) => new Date(epochMs).toISOString();
  return {
    startedAt: iso(startedAtMs),
    at: iso(atMs),
    nextUpdateAt: nextUpdateAtMs === undefined ? null : iso(nextUpdateAtMs),
  };
}

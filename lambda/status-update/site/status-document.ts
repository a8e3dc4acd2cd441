import * as z from 'zod/mini';
import type { ShopperTexts } from '../contract/command-reply';
import type { Store } from '../settings';
import type { IncidentState } from '../state/incident-state';
import { fits, fittingTexts, wholeTexts } from './fitting-texts';
import { instantSchema, iso, isoOrNull, pageOf, pageSchema, smallEnough } from './page';
import { type ShopperStatus, shopperStatusOf } from './shopper-status';

/** The emergency page polls this file, so it must stay small. */
const MAX_BYTES = 1_000;

/**
 * Statuspage's `status.json`, with our own fields under `x_`. Everybody can read it: it names no alarms, accounts,
 * people or hosts but the shop's own.
 *
 * @see https://metastatuspage.com/api
 */
const statusDocumentSchema = z.object({
  page: pageSchema,
  status: z.object({
    indicator: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
    description: z.string(),
  }),
  x_schema: z.literal(1),
  x_mode: z.enum(['normal', 'degraded', 'emergency', 'maintenance']),
  /** Grows with each change. */
  x_update_seq: z.number(),
  x_since: z.nullable(instantSchema),
  /** When shoppers were last told something: `updated_at` only says that the file is alive. Left out once all is well. */
  x_told_at: z.optional(instantSchema),
  x_next_update_at: z.nullable(instantSchema),
  x_expected_back_at: z.nullable(instantSchema),
  /** Id of the incident or the maintenance, as `summary.json` has it; left out once all is well. */
  x_reference: z.optional(z.string()),
  /** Whether it is an exercise. */
  x_drill: z.boolean(),
  /** Over how many seconds waiting pages go back to the store. Left out: as the page thinks best. */
  x_release: z.optional(z.object({ spread_seconds: z.int().check(z.minimum(5), z.maximum(900)) })),
  /** Text for shoppers by language; English is always there. Readers fall back to it and say so. */
  x_messages: z.record(z.string(), z.string()),
  /** Beside a person's words: the machine's in languages in which the person said nothing, as far as there is room. */
  x_automatic: z.optional(z.record(z.string(), z.string())),
});

type StatusDocument = z.infer<typeof statusDocumentSchema>;

/**
 * `status.json` for shoppers. @throws ZodError when the file would not have its shape, Error when it would be too
 * large: the last good file is worth more than a broken one
 */
export function statusJson(state: IncidentState, store: Store, nowMs: number): string {
  const standing = shopperStatusOf(state, store);
  const document = spoken(wordless(state, standing, { store, nowMs }), standing);
  const json = JSON.stringify(statusDocumentSchema.parse(document));
  return smallEnough('status.json', MAX_BYTES, json);
}

/** What shoppers read in a state. */
export function shopperTexts(state: IncidentState, store: Store, nowMs: number): ShopperTexts {
  const standing = shopperStatusOf(state, store);
  const { x_messages, x_automatic } = spoken(wordless(state, standing, { store, nowMs }), standing);
  return { texts: x_messages, ...(x_automatic && { automatic: x_automatic }) };
}

function spoken(document: StatusDocument, standing: ShopperStatus): StatusDocument {
  const withTexts = { ...document, x_messages: textsWithin(document, standing) };
  return { ...withTexts, x_automatic: automaticWithin(withTexts, standing) };
}

function textsWithin(document: StatusDocument, { texts, shortTexts }: ShopperStatus): Record<string, string> {
  const room = MAX_BYTES - Buffer.byteLength(JSON.stringify(document));
  return fittingTexts(fits(texts, room) ? texts : shortTexts, room);
}

/** In full where there is room for every language, else short, in as many languages as fit. */
function automaticWithin(
  document: StatusDocument,
  { automatic }: ShopperStatus,
): Record<string, string> | undefined {
  if (automatic === undefined) {
    return undefined;
  }
  const room = MAX_BYTES - Buffer.byteLength(JSON.stringify({ ...document, x_automatic: {} }));
  const { texts, shortTexts } = automatic;
  const kept = wholeTexts(fits(texts, room) ? texts : shortTexts, room);
  return Object.keys(kept).length === 0 ? undefined : kept;
}

function wordless(
  state: IncidentState,
  standing: ShopperStatus,
  { store, nowMs }: { readonly store: Store; readonly nowMs: number },
): StatusDocument {
  return {
    page: pageOf(store, nowMs),
    status: standing.status,
    x_schema: 1,
    x_mode: standing.mode,
    x_update_seq: state.sequence,
    x_since: isoOrNull(standing.sinceMs),
    x_told_at: toldAt(state, standing),
    x_next_update_at: isoOrNull(standing.nextUpdateAtMs),
    x_expected_back_at: isoOrNull(standing.expectedBackMs),
    x_reference: standing.reference,
    x_drill: standing.drill,
    x_release: store.returnSeconds === undefined ? undefined : { spread_seconds: store.returnSeconds },
    x_messages: {},
  };
}

function toldAt({ history }: IncidentState, { reference }: ShopperStatus): string | undefined {
  const last = history.find(({ subjectId }) => subjectId === reference);
  return last && iso(last.atMs);
}

import * as z from 'zod/mini';
import { timeSeenFrom } from '../contract/times';

/** Names that are quoted, and their characters: the author of a status page must not fill a message. */
const MAX_NAMES = 3;
const MAX_NAME = 40;

/** Worst first. */
const STATUSES = ['major_outage', 'partial_outage', 'degraded_performance', 'under_maintenance'] as const;

const incidentSchema = z.object({ created_at: z.iso.datetime({ offset: true }), name: z.string() });

/**
 * The part of Statuspage's summary that is read: components with what is not well, and incidents that are not resolved.
 *
 * @see https://www.mongodb.com/docs/api/doc/cloud-status/operation/operation-getstatussummary a page of that form, described
 */
const summarySchema = z.object({
  page: z.object({ name: z.string() }),
  components: z.array(z.object({ name: z.string(), status: z.string(), group: z.optional(z.boolean()) })),
  incidents: z.array(incidentSchema),
});

/**
 * What a platform's own status page says, in a clause: `Shopify says: partial outage since 10:02 UTC (Checkout)`. The
 * page is somebody else's, so that its words are cut short, and say nothing about severity.
 *
 * @param json of Statuspage's `/api/v2/summary.json`
 * @throws Error when it is anything else
 */
export function describePlatform(json: string, nowMs: number): string {
  const { page, components, incidents } = summarySchema.parse(JSON.parse(json));
  const unwell = components.filter(({ group, status }) => group !== true && isUnwell(status));
  const worst = STATUSES.find((status) => unwell.some((one) => one.status === status));
  const begun = incidents.map(({ created_at: at }) => Date.parse(at));
  const since = begun.length === 0 ? '' : ` since ${timeSeenFrom(nowMs, Math.min(...begun))}`;
  return `${quoted(page.name)} says: ${stateOf(worst, incidents)}${since}${namesOf(unwell)}`;
}

const isUnwell = (status: string): boolean => STATUSES.some((one) => one === status);

function stateOf(worst: string | undefined, [incident]: readonly z.infer<typeof incidentSchema>[]): string {
  if (worst !== undefined) {
    return worst.replaceAll('_', ' ');
  }
  return incident === undefined ? 'all is well' : `"${quoted(incident.name)}"`;
}

function namesOf(components: readonly { readonly name: string }[]): string {
  const names = components.map(({ name }) => quoted(name));
  const rest = names.length - MAX_NAMES;
  const shown = [...names.slice(0, MAX_NAMES), ...(rest > 0 ? [`${rest} more`] : [])];
  return names.length === 0 ? '' : ` (${shown.join(', ')})`;
}

/** One line of letters, digits and plain signs: nothing that a mail program or a chat would make a link or markup of. */
function quoted(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N} ()&'+,-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...plain];
  return letters.length > MAX_NAME ? `${letters.slice(0, MAX_NAME - 2).join('')}..` : plain || '-';
}

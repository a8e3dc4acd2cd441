import * as z from 'zod/mini';
import type { Texts } from '../contract/texts';
import type { Store } from '../settings';
import type { IncidentState } from '../state/incident-state';
import type { ShopperUpdate } from '../state/shopper-update';
import { instantSchema, iso, pageOf } from './page';
import { machineTexts, titleOf } from './shopper-words';

/** What the feed's entries must be before they are written. */
const entrySchema = z.object({
  id: z.string().check(z.regex(/^tag:[^\s,]+,\d{4}:[A-Z]{3}-\d{8}-\d{2,}\/\d+$/)),
  title: z.string().check(z.regex(/^\[[A-Z][a-z ]+\] \S/)),
  updated: instantSchema,
  text: z.string().check(z.minLength(1)),
});

type Entry = z.infer<typeof entrySchema>;

/**
 * `history.atom`: one entry per update, the newest first. Text, no HTML.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4287
 * @throws ZodError when an entry would not have its shape
 */
export function historyAtom({ history }: IncidentState, store: Store, nowMs: number): string {
  const { name, url } = pageOf(store, nowMs);
  const entries = history.map((update) => entrySchema.parse(entryOf(update, store)));
  const [newest] = history;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${escapeXml(url)}/</id>`,
    `<title>${escapeXml(name)} status</title>`,
    `<updated>${iso(newest?.atMs ?? 0)}</updated>`,
    `<author><name>${escapeXml(name)}</name></author>`,
    `<link href="${escapeXml(url)}/"/>`,
    // Relative to where the feed was fetched.
    '<link rel="self" type="application/atom+xml" href="history.atom"/>',
    ...entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(
  { sequence, subjectId, status, kind, atMs, texts, drill }: ShopperUpdate,
  store: Store,
): Entry {
  const at = iso(atMs);
  return {
    id: `tag:${store.domainName},${at.slice(0, 4)}:${subjectId}/${sequence}`,
    title: `[${capitalized(status)}] ${titleOf(kind, drill)}`,
    updated: at,
    text: textIn(texts ?? machineTexts(status, kind, store)),
  };
}

/** English first, then each other language on a line of its own, behind its tag. */
function textIn({ en, ...others }: Texts): string {
  return [en, ...Object.entries(others).map(([language, text]) => `[${language}] ${text}`)].join('\n');
}

function entryXml({ id, title, updated, text }: Entry): string {
  return [
    '<entry>',
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${updated}</updated>`,
    `<content type="text">${escapeXml(text)}</content>`,
    '</entry>',
  ].join('');
}

function capitalized(status: string): string {
  const words = status.replace('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Text for XML 1.0: its signs escaped, and the characters that it can't hold at all left out. */
function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '');
}

import * as z from 'zod/mini';
import { truncate } from '../contract/ascii';
import type { Store } from '../settings';

/** Longest store name in a file, in characters. */
const MAX_NAME = 80;

/** An instant as ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime();

/** Statuspage's `page` object: whose status it is. */
export const pageSchema = z.object({
  id: z.string(),
  name: z.string(),
  url: z.url(),
  time_zone: z.string(),
  updated_at: instantSchema,
});

/** Whose status it is, for shoppers: the shop's own names and nothing else. */
export function pageOf(store: Store, nowMs: number): z.infer<typeof pageSchema> {
  return {
    id: store.domainName,
    name: truncate(store.storeName, MAX_NAME),
    url: `https://${store.domainName}`,
    time_zone: store.timeZone ?? 'UTC',
    updated_at: iso(nowMs),
  };
}

/** An epoch as ISO 8601 in UTC. */
export function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** An epoch as ISO 8601 in UTC, or null. */
export function isoOrNull(epochMs: number | null): string | null {
  return epochMs === null ? null : iso(epochMs);
}

/** The file's text. @throws Error naming the file when it is too large: the last good file is worth more */
export function smallEnough(fileName: string, maxBytes: number, text: string): string {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) {
    throw new Error(`${fileName}: is too large, got ${bytes} bytes; at most ${maxBytes}`);
  }
  return text;
}

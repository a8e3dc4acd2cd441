import * as z from 'zod/mini';
import type { SymptomKind } from '../../lib/alarms/symptom';
import type { IncidentState } from './incident/incident-state';
import { type Severity, severityOf } from './incident/severity';
import { truncate } from './message/ascii';
import type { Store } from './settings';

/** The emergency page polls this file, so it must stay small. */
const MAX_BYTES = 1_000;

/** Longest store name in the file, in characters. */
const MAX_NAME = 80;

const instant = z.iso.datetime();

/**
 * Statuspage's `status.json`, with our own fields under `x_`. Everybody can read it: it names no alarms, accounts,
 * people or hosts but the shop's own.
 *
 * @see https://metastatuspage.com/api
 */
const statusDocumentSchema = z.object({
  page: z.object({
    id: z.string(),
    name: z.string(),
    url: z.url(),
    time_zone: z.string(),
    updated_at: instant,
  }),
  status: z.object({
    indicator: z.enum(['none', 'minor', 'major', 'critical']),
    description: z.string(),
  }),
  x_schema: z.literal(1),
  x_mode: z.enum(['normal', 'degraded', 'emergency']),
  /** Grows with each change. */
  x_update_seq: z.number(),
  x_since: z.nullable(instant),
  x_next_update_at: z.nullable(instant),
  /** Text for shoppers by language. */
  x_messages: z.object({ en: z.string() }),
});

type StatusDocument = z.infer<typeof statusDocumentSchema>;
type Standing = Pick<StatusDocument, 'status' | 'x_mode' | 'x_messages'>;

const INDICATORS: Readonly<Record<Severity, StatusDocument['status']['indicator']>> = {
  SEV1: 'critical',
  SEV2: 'major',
  SEV3: 'minor',
};

const DESCRIPTIONS: Readonly<Record<SymptomKind, string>> = {
  'store-down': 'Store unavailable',
  'endpoint-down': 'Part of the store unavailable',
  'edge-errors': 'Part of the store unavailable',
  slow: 'Store slower than usual',
};

const TEXTS: Readonly<Record<SymptomKind, string>> = {
  'store-down': 'Our store is not available right now. We know about it and are working on it.',
  'endpoint-down': 'Part of our store is not available right now. We know about it and are working on it.',
  'edge-errors': 'Part of our store is not available right now. We know about it and are working on it.',
  slow: 'Our store is slower than usual. We know about it and are working on it.',
};

const NORMAL: Standing = {
  status: { indicator: 'none', description: 'All systems operational' },
  x_mode: 'normal',
  x_messages: { en: 'Our store is open.' },
};

/**
 * `status.json` for shoppers. @throws ZodError when the file would not have its shape, Error when it would be too
 * large: the last good file is worth more than a broken one
 */
export function statusJson({ incident, sequence }: IncidentState, store: Store, nowMs: number): string {
  const document: StatusDocument = {
    page: pageOf(store, nowMs),
    ...(incident === null ? NORMAL : standingOf(incident.told.kind)),
    x_schema: 1,
    x_update_seq: sequence,
    x_since: incident === null ? null : iso(incident.startedAtMs),
    x_next_update_at: incident === null ? null : iso(incident.nextUpdateAtMs),
  };
  return smallEnough(JSON.stringify(statusDocumentSchema.parse(document)));
}

function pageOf(store: Store, nowMs: number): StatusDocument['page'] {
  return {
    id: store.domainName,
    name: truncate(store.storeName, MAX_NAME),
    url: `https://${store.domainName}`,
    time_zone: store.timeZone ?? 'UTC',
    updated_at: iso(nowMs),
  };
}

function standingOf(kind: SymptomKind): Standing {
  return {
    status: { indicator: INDICATORS[severityOf(kind)], description: DESCRIPTIONS[kind] },
    x_mode: kind === 'store-down' ? 'emergency' : 'degraded',
    x_messages: { en: TEXTS[kind] },
  };
}

function smallEnough(json: string): string {
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_BYTES) {
    throw new Error(`status.json: is too large, got ${bytes} bytes; at most ${MAX_BYTES}`);
  }
  return json;
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

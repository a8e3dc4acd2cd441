import { z } from 'zod';
import type { OriginTimeouts } from './origin-attempts';

const seconds = (most: number) => z.number().int().min(1).max(most).optional();

/** What of an origin a viewer-request function may change in a rehearsal. Anything else stops it. */
const ORIGIN_UPDATE = z.strictObject({
  connectionAttempts: z.number().int().min(1).max(3).optional(),
  timeouts: z
    .strictObject({
      readTimeout: seconds(120),
      connectionTimeout: seconds(10),
      responseCompletionTimeout: z.number().int().min(1).optional(),
      // Every request of a rehearsal opens a connection.
      keepAliveTimeout: seconds(120),
    })
    .optional(),
});

/** What a function said with `cf.updateRequestOrigin`. */
export type OriginUpdate = z.output<typeof ORIGIN_UPDATE>;

/** An update, or the part of it that is not modelled or out of range, in words. */
export type ReadUpdate =
  | { readonly kind: 'update'; readonly update: OriginUpdate }
  | { readonly kind: 'refused'; readonly problem: string };

/**
 * Reads the properties that a function gave to `cf.updateRequestOrigin`. Emulation: what is out of range stops the
 * rehearsal; AWS does not say what becomes of such a request.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
export function readOriginUpdate(properties: unknown): ReadUpdate {
  const parsed = ORIGIN_UPDATE.safeParse(properties);
  if (parsed.success) {
    return { kind: 'update', update: parsed.data };
  }
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  const problem =
    issue?.code === 'unrecognized_keys'
      ? `${[...issue.path, issue.keys[0]].join('.')} is not modelled`
      : `${path}: ${issue?.message}`;
  return { kind: 'refused', problem };
}

/**
 * The timeouts of an origin for one request that a function has changed. What the function does not name stays as the
 * origin has it. Emulation: also among the timeouts; AWS says so of properties.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
export function updatedTimeouts(
  origin: OriginTimeouts,
  { connectionAttempts, timeouts = {} }: OriginUpdate,
): OriginTimeouts {
  const { readTimeout, connectionTimeout, responseCompletionTimeout } = timeouts;
  return {
    connectionAttempts: connectionAttempts ?? origin.connectionAttempts,
    connectionTimeoutMs: inMs(connectionTimeout) ?? origin.connectionTimeoutMs,
    readTimeoutMs: inMs(readTimeout) ?? origin.readTimeoutMs,
    completionTimeoutMs: inMs(responseCompletionTimeout) ?? origin.completionTimeoutMs,
  };
}

const inMs = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : value * 1_000;

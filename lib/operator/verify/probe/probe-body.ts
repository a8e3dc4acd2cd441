import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { after, steadyNowMs } from '../../../../lambda/shared/contract/wall-clock';
import { CHECKER_LIMITS } from '../../../rehearsal/aws/route53/rules/probe-verdict';

/** Enough to find out that a text comes too late. */
const MOST_BYTES = 65_536;

/** What of a body a health checker could get. */
export interface ProbedBody {
  /** Decoded as a checker decodes. */
  readonly body: Uint8Array;
  /** Until what is searched had come, or all of a shorter body. `Infinity`: not within a checker's time. */
  readonly bodyMs: number;
}

/**
 * Reads what health checkers search, and a little more to tell where a text is that they would miss. AWS does not say
 * whether they wait for the rest of a long body; it is not waited for here.
 */
export async function probeBody(response: IncomingMessage): Promise<ProbedBody> {
  const { searchedBytes, bodyMs: limitMs } = CHECKER_LIMITS;
  const sinceMs = steadyNowMs();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let searchedMs = Number.POSITIVE_INFINITY;
  const stream = decoded(response);
  const stopWaiting = after(limitMs, () => stream.destroy(new Error('too late')));
  const note = () => {
    searchedMs = Math.min(searchedMs, steadyNowMs() - sinceMs);
  };
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= searchedBytes) {
        note();
      }
      if (size >= MOST_BYTES) {
        break;
      }
    }
    note();
  } catch {
    // Too late, cut off, or not what its encoding says: what has come by then is what a checker has.
    if (size >= searchedBytes) {
      note();
    }
  } finally {
    stopWaiting();
  }
  return { body: Buffer.concat(chunks), bodyMs: searchedMs };
}

/**
 * Route 53 undoes gzip and deflate, nothing else.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
function decoded(response: IncomingMessage): Readable {
  switch (response.headers['content-encoding']?.toLowerCase()) {
    case 'gzip':
      return pipeline(response, createGunzip(), ended);
    case 'deflate':
      return pipeline(response, createInflate(), ended);
    default:
      return response;
  }
}

/** A pipeline's errors surface at its end. */
const ended = (): void => undefined;

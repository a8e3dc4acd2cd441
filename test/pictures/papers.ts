import { isStoreFault } from '../../lib/rehearsal/scenario/fault';
import { ORIGIN_REFUSES } from '../rehearsal/helpers/origin-refuses';
import { duringOutage, type Outage } from './outage';

/** When everybody is told that it is over, and the review lies there. */
const OVER_MS = 30 * 60_000;

/** What on-call opens from a message, as HTML. */
export interface Papers {
  readonly runbook: string;
  readonly review: string;
}

/** The papers that the messages of an outage link to, as they lie in their buckets once it is over. */
export const papersOf = (assembly: string): Promise<Papers> =>
  duringOutage(assembly, ORIGIN_REFUSES.faults.filter(isStoreFault), async (outage) => {
    await outage.clock.runUntil(outage.killedMs + OVER_MS);
    return { runbook: await runbookOf(outage), review: reviewOf(outage) };
  });

/** At the address in the messages, without signing in. */
async function runbookOf({ world, clock }: Outage): Promise<string> {
  const [, host = '', path = ''] = linkIn(world, /https:\/\/([^/\s]+)(\/\S+\/runbook\.html)/);
  const request = { method: 'GET', path, headers: { host } };
  const exchange = await world.internet.exchange(host, request, clock.nowMs);
  if (exchange.kind !== 'response' || exchange.status !== 200) {
    throw new Error(`${host}${path} must be a runbook, got ${JSON.stringify(exchange)}`);
  }
  return Buffer.from(exchange.body).toString('utf8');
}

/** Where the console shows it to somebody who is signed in. */
function reviewOf({ world }: Outage): string {
  const [, bucket = '', key = ''] = linkIn(
    world,
    /\/s3\/object\/([^?\s]+)\?region=[^&]+&prefix=(reviews\/\S+\.html)/,
  );
  const review = world.buckets.get(bucket, key);
  if (review === undefined) {
    throw new Error(`${bucket}/${key} must be a review, got nothing`);
  }
  return Buffer.from(review.body).toString('utf8');
}

function linkIn({ log }: Outage['world'], link: RegExp): RegExpExecArray {
  for (const event of log.events.toReversed()) {
    const found = event.kind === 'message' && event.protocol === 'email' ? link.exec(event.body) : null;
    if (found !== null) {
      return found;
    }
  }
  throw new Error(`no e-mail has a link like ${link}`);
}

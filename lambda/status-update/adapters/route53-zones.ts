import type { ZoneChange, Zones } from '../ports';
import { RequestFailed, RestService } from './rest-service';
import { ASKED_ONCE, GLOBAL_ENDPOINT, textOf } from './route53';

/** As many as one answer has at most. */
const MAX_RESULTS = '100';

/** What Route 53 says of a zone that keeps no history, and goes on saying. */
const NOT_KEPT = /\bFeatureNotEnabled\b/;

/**
 * What changed lately in a hosted zone, by Route 53's Change History, which zones of the tier ADVANCED have. Asked once and
 * for a second at most: a message is worth more than this line of it.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-change-history.md
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZoneChangeBatches.html
 */
export class Route53Zones implements Zones {
  private readonly service: RestService;
  private readonly without = new Set<string>();

  constructor(endpoint = GLOBAL_ENDPOINT) {
    this.service = new RestService({ ...ASKED_ONCE, endpoint });
  }

  /** Empty for a zone that keeps no history. */
  async changesSince(hostedZoneId: string, sinceMs: number): Promise<readonly ZoneChange[]> {
    if (this.without.has(hostedZoneId)) {
      return [];
    }
    try {
      return changesIn(await this.ask(hostedZoneId, sinceMs));
    } catch (error) {
      if (!(error instanceof RequestFailed && NOT_KEPT.test(error.message))) {
        throw error;
      }
      this.without.add(hostedZoneId);
      return [];
    }
  }

  private ask(hostedZoneId: string, sinceMs: number): Promise<string> {
    return this.service.send({
      method: 'GET',
      path: `/2013-04-01/hostedzone/${encodeURIComponent(hostedZoneId)}/changebatches`,
      query: { maxresults: MAX_RESULTS, submittedafter: new Date(sinceMs).toISOString() },
    });
  }
}

/** New kinds of operations may come, which AWS says to ignore; the zone's own making changed no record. */
function changesIn(xml: string): readonly ZoneChange[] {
  return Array.from(xml.matchAll(/<ChangeBatchSummary>(.*?)<\/ChangeBatchSummary>/gs), ([, batch = '']) => ({
    operation: textOf('Operation', batch),
    atMs: Date.parse(textOf('SubmittedAt', batch)),
    by: textOf('SubmittedBy', batch),
    records: Number(textOf('ChangeCount', batch)),
  }))
    .filter(({ operation, atMs }) => operation === 'ChangeResourceRecordSets' && !Number.isNaN(atMs))
    .map(({ atMs, by, records }) => ({ atMs, records, ...(by !== '' && { by }) }));
}

interface Connection {
  readonly address: string;
  readonly idleSinceMs: number;
}

/**
 * The connections that an edge location has open to origins, by their names. CloudFront keeps one for a while after its last
 * packet; AWS does not say whether it goes on with it once the name leads to another address.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginKeepaliveTimeout
 */
export class KeptConnections {
  private readonly open = new Map<string, Connection>();

  /** @param idleMs how long an idle one is used on, wherever its name leads by then. 0: as long as the name leads there */
  constructor(private readonly idleMs: number) {}

  /** Where a request goes at an instant. @param resolved where DNS leads */
  addressOf(name: string, resolved: string, nowMs: number): string {
    const kept = this.open.get(name);
    return kept !== undefined && nowMs < kept.idleSinceMs + this.idleMs ? kept.address : resolved;
  }

  /** An origin that answered keeps the connection open; any failure ends it. */
  note(name: string, { address, answered, doneMs }: Exchanged): void {
    if (answered) {
      this.open.set(name, { address, idleSinceMs: doneMs });
    } else {
      this.open.delete(name);
    }
  }
}

/** What came of a request to an origin. */
export interface Exchanged {
  readonly address: string;
  readonly answered: boolean;
  readonly doneMs: number;
}

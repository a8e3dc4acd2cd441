import { RehearsalError } from '../../kernel/errors';
import type { Deployment } from '../assembly/deployment';
import { normalize, type RecordName, recordNames } from './record-names';
import { RECORD_SET } from './resource';
import { answeringName, existingNames, namesAbove } from './rules/wildcard-answer';

/** A record of the template, its name normalized. */
export type RecordSet = (typeof RECORD_SET)['properties']['_output'] & {
  /** `stack/logicalId`, for errors. */
  readonly resource: string;
  /** Where it leads: an address, or another name. */
  readonly target: string;
};

/** How many records may be followed, one after the other. Emulation: AWS states no number. */
const MAX_CHAIN = 10;

/** The records of a stack's hosted zone, none of which leads on without end. */
export class ZoneRecords {
  /** In template order. */
  readonly all: readonly RecordSet[];
  private readonly made: readonly RecordName[];
  private readonly existing: ReadonlySet<string>;
  private readonly byName: ReadonlyMap<string, readonly RecordSet[]>;
  /** Every probe and every resolver asks for the same few names. */
  private readonly answering = new Map<string, readonly RecordSet[]>();

  /** @throws RehearsalError UNSUPPORTED_PROPERTY for records that no zone can hold, or nobody can follow */
  constructor(deployment: Deployment) {
    this.all = deployment.all(RECORD_SET).map(({ name, properties }) => {
      requireEvaluable(name, properties);
      return {
        ...properties,
        resource: name,
        Name: normalize(properties.Name),
        target: targetOf(properties),
      };
    });
    this.made = recordNames(deployment);
    this.existing = existingNames(this.made.map(({ name }) => name));
    this.byName = recordsByName(this.all);
    for (const records of this.byName.values()) {
      requirePair(records);
    }
    const known = new Map<string, number>();
    for (const record of this.all) {
      this.chainLength(record, known);
    }
  }

  /** Those that answer for a normalized name: two where it fails over, none for a name outside the zone. */
  named(name: string): readonly RecordSet[] {
    const known = this.answering.get(name);
    if (known !== undefined) {
      return known;
    }
    const records = this.byName.get(answeringName(name, this.existing) ?? '') ?? [];
    this.answering.set(name, records);
    return records;
  }

  /** For a normalized name without records: the wildcard that would answer for it, and what keeps that from it. */
  keptFromWildcard(name: string): { readonly wildcard: string; readonly by: string } | undefined {
    const below = this.made.find((one) => one.name.endsWith(`.${name}`));
    const wildcard = namesAbove(name)
      .map((above) => `*.${above}`)
      .find((one) => this.byName.has(one));
    const isEmpty = below !== undefined && !this.made.some((one) => one.name === name);
    return isEmpty && wildcard !== undefined ? { wildcard, by: below.resource } : undefined;
  }

  /**
   * How many records are followed from this one on, itself included.
   * @param known the same of names that were followed already
   * @param above the names on the way to this record
   * @throws RehearsalError UNSUPPORTED_PROPERTY when there is no end to it
   */
  private chainLength(record: RecordSet, known: Map<string, number>, above: readonly string[] = []): number {
    const { Name, resource } = record;
    const path = [...above, Name];
    if (above.includes(Name)) {
      throw endless(resource, 'leads in a circle', path);
    }
    const followed = () => this.named(Name).flatMap((one) => this.named(one.target));
    const length =
      known.get(Name) ??
      (path.length > MAX_CHAIN
        ? 1
        : 1 + Math.max(0, ...followed().map((next) => this.chainLength(next, known, path))));
    if (above.length + length > MAX_CHAIN) {
      throw endless(resource, `leads over more than ${MAX_CHAIN} records`, path);
    }
    known.set(Name, length);
    return length;
  }
}

/** A zone has one record of a name and type, or a failover pair; a rehearsal has one zone. */
function requirePair([first, second, third]: readonly RecordSet[]): void {
  const isPair = first?.Failover && second?.Failover && first.Failover !== second.Failover;
  const extra = isPair ? third : second;
  if (first === undefined || extra === undefined) {
    return;
  }
  throw new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${extra.resource}.Name: has the name and type of ${first.resource}, got ${extra.Name} ${extra.Type}; a rehearsal has one zone, with one record or one failover pair for each`,
  );
}

const endless = (resource: string, problem: string, path: readonly string[]): RehearsalError =>
  new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${resource}: ${problem}, got ${path.join(', ')}; lead it to an address`,
  );

/** A rehearsal's clients speak IPv4; a name has either A records or a CNAME. */
function recordsByName(records: readonly RecordSet[]): ReadonlyMap<string, readonly RecordSet[]> {
  const byName = new Map<string, RecordSet[]>();
  for (const type of ['A', 'CNAME']) {
    for (const record of records.filter(({ Type }) => Type === type)) {
      const known = byName.get(record.Name);
      if (known === undefined) {
        byName.set(record.Name, [record]);
      } else if (known[0]?.Type === type) {
        known.push(record);
      }
    }
  }
  return byName;
}

/**
 * A distribution has no health that a record could evaluate: Route 53 refuses such a record.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
 */
function requireEvaluable(name: string, { AliasTarget: alias }: Pick<RecordSet, 'AliasTarget'>): void {
  if (!alias?.EvaluateTargetHealth || !normalize(alias.DNSName).endsWith('.cloudfront.net')) {
    return;
  }
  throw new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${name}.AliasTarget.EvaluateTargetHealth: can't be true for a CloudFront distribution, got true; use false, and a health check`,
  );
}

/** Where a record leads: an address, or another name. */
export const targetOf = (record: Pick<RecordSet, 'AliasTarget' | 'ResourceRecords'>): string =>
  normalize(record.AliasTarget?.DNSName ?? record.ResourceRecords[0] ?? '');

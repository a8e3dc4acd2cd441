import { namesAbove } from '../../../rehearsal/aws/route53/rules/wildcard-answer';
import { fine, type VerifyFinding, wrong } from '../finding';
import type { ZoneName } from './names-made';
import type { ZoneRecord } from './record-conflict';
import type { UpdateInspector } from './update-inspector';

/** What an update does to names. */
export interface NamesAtStake {
  /** Where it makes records. What it makes there is all that these names are for, unless they are the shop's. */
  readonly made: readonly ZoneName[];
  /** Where shoppers are already. */
  readonly ofShop: ReadonlySet<string>;
}

/**
 * Names that a wildcard answers for today, and no longer once an update makes a record below them: then they exist, and
 * have no answer. A resolver that asks meanwhile keeps that for up to a quarter of an hour.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4592#section-2.2.2
 */
export async function verifyWildcards(
  { made, ofShop }: NamesAtStake,
  inspector: UpdateInspector,
): Promise<readonly VerifyFinding[]> {
  const isMade = new Set(made.map(({ name }) => name).filter((name) => !ofShop.has(name)));
  const above = new Map(
    made.flatMap(({ zone, name }) =>
      namesAbove(name)
        .filter((parent) => !isMade.has(parent))
        .map((parent) => [`${zone} ${parent}`, { zone, parent, below: name }] as const),
    ),
  );
  const findings = await Promise.all(
    [...above.values()].map(async ({ zone, parent, below }) => {
      const wildcard = await answeringWildcard(parent, (name) => inspector.recordsFrom(zone, name));
      return wildcard === undefined ? undefined : silenced(parent, below, wildcard);
    }),
  );
  const found = findings.filter((finding) => finding !== undefined);
  return found.length > 0 ? found : [fine('wildcards', 'lose no name by this deployment')];
}

/** The records that answer for a name which does not exist; undefined when it exists, or none answer. */
async function answeringWildcard(
  name: string,
  recordsFrom: (name: string) => Promise<readonly ZoneRecord[]>,
): Promise<readonly ZoneRecord[] | undefined> {
  if ((await recordsFrom(name)).length > 0) {
    return undefined;
  }
  for (const parent of namesAbove(name)) {
    const wildcard = (await recordsFrom(`*.${parent}`)).filter((record) => record.name === `*.${parent}`);
    if (wildcard.length > 0) {
      return wildcard;
    }
    if ((await recordsFrom(parent)).length > 0) {
      return undefined;
    }
  }
  return undefined;
}

function silenced(name: string, below: string, wildcard: readonly ZoneRecord[]): VerifyFinding {
  const types = [...new Set(wildcard.map(({ type }) => type))].join(', ');
  const made = below.startsWith('_acm-validation.') ? "ACM's validation record" : below;
  return wrong(
    `name ${name}`,
    `has no record of its own: ${wildcard[0]?.name} answers for it, and no longer once ${made} is made below it; ` +
      `make records of its own first, like those of the wildcard (${types}), and wait for their TTL`,
  );
}

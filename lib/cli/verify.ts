import type { Finding } from '../verify/finding';
import { verifyStack } from '../verify/verify-stack';
import { explainError } from './explain-error';
import { describeHolder, heldOf } from './held';
import { parseOptions, STORE_HELP, STORE_OPTIONS } from './options';
import type { StorePlace } from './stack-reader';
import type { CliContext, Subcommand } from './subcommand';
import { UsageError } from './usage-error';

/** `npx understudy verify`: looks whether everything that an emergency needs is as it was deployed. */
export const verify: Subcommand = {
  summary: 'look whether subscribers, records, health checks and the page are as deployed',
  help: `Usage: npx understudy verify

Changes nothing. Lists who has not confirmed a subscription, whose can be ended by strangers, which phones get no text
messages (SMS sandbox, opt-outs) and the month's spend limit, what differs from the deployed template, and whether the
emergency page answers. Names what in the hosted zone refuses a cut-over, the way back or a destroy: Change Guardrails
and record set protections. Asks each endpoint once as a Route 53 health checker does, from where you are: a status later
than 2 s after connecting is a failure, from 1 s on it warns. Asks mirrored paths and documents under the origin's
name, and names those that redirect back to the shop. The exit code is 0 when all is well, 1 when something is
wrong, and 2 when it could not look; a warning is no fault.

With --app it looks ahead instead: what of that assembly AWS would refuse over what is deployed, which records of the
hosted zone are in the way, which names a wildcard would no longer answer for, and whether an API in us-east-1 would
answer for the shop in an outage. Run it before each deployment, the first one above all.

  --app <folder>           a cloud assembly that is to be deployed, such as cdk.out
${STORE_HELP}`,
  run: async (args, context) => {
    const { inspector, updateInspector, print } = context;
    const { values, positionals } = parseOptions(args, {
      app: { type: 'string' },
      ...STORE_OPTIONS,
    });
    if (positionals.length > 0) {
      throw new UsageError(`verify: takes no text, got ${JSON.stringify(positionals)}; see --help`);
    }
    const { app, ...place } = values;
    if (app !== undefined && place.store !== undefined) {
      throw new UsageError(
        '--store: not possible with --app, which is about a whole stack; leave one of them out',
      );
    }
    try {
      const findings = await (app === undefined
        ? verifyStack(place, inspector)
        : lookAhead().verifyBefore(app, place.stack, updateInspector()));
      const allIsWell = app === undefined ? undefined : 'Nothing is in the way of this deployment.';
      print([describeFindings(findings, allIsWell), ...(await holder(findings, place, context))].join('\n'));
      return findings.every(({ ok }) => ok) ? 0 : 1;
    } catch (error) {
      if (error instanceof UsageError) throw error;
      // A store that nobody could look at is neither well nor broken.
      print(explainError(error));
      return 2;
    }
  },
};

/** Loaded when it is needed: AWS's resource specification takes longer than all other commands together. */
const lookAhead = () => require('./verify-before') as typeof import('./verify-before');

/** Who holds the failover and until when, where a look showed that somebody does: the function alone knows. */
async function holder(
  findings: readonly Finding[],
  place: StorePlace,
  context: CliContext,
): Promise<readonly string[]> {
  return findings.some(({ held }) => held !== undefined)
    ? [`Held ${describeHolder(await heldOf(place, context))}.`]
    : [];
}

/** A table, what is wrong at its end, where a terminal shows it. */
export function describeFindings(findings: readonly Finding[], allIsWell = 'All is as deployed.'): string {
  const wrong = findings.filter(({ ok }) => !ok);
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  const warned = findings.filter(({ ok, warns }) => ok && warns);
  const well = findings.filter(({ ok, warns }) => ok && !warns);
  const lines = [...well, ...warned, ...wrong].map(
    (finding) => `${markOf(finding)}  ${finding.subject.padEnd(width)}  ${finding.detail}`,
  );
  const summary = [
    wrong.length === 0 ? allIsWell : `${wrong.length} of ${findings.length} are wrong.`,
    ...(warned.length === 0 ? [] : [`Warnings: ${warned.length}.`]),
  ].join(' ');
  return [...lines, '', summary].join('\n');
}

const markOf = ({ ok, warns }: Finding): string => (ok ? (warns ? 'WARN ' : 'ok   ') : 'WRONG');

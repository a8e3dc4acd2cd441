import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import { CliError, EXIT, type ExitCode } from '../../command-line/cli-error';
import { describeError } from '../../command-line/describe-error';
import { withJson, withStore } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import type { VerifyFinding } from '../verify/finding';
import { type VerifiedPlace, verifyStack } from '../verify/verify-stack';
import type { CliContext } from './cli-context';
import { describeFindings } from './describe-findings';
import { describeHolder, heldOf } from './held';
import type { StorePlace } from './stack-reader';
import { runs, type Subcommand } from './subcommand';

/** `npx understudy verify`: looks whether everything that an emergency needs is as it was deployed. */
export const verify: Subcommand = {
  define: (command, context) => {
    withJson(withStore(command))
      .option('--app <folder>', 'a cloud assembly that is to be deployed, such as cdk.out')
      .option('--page-url <url>', 'where the emergency page is, if not under the name of the distribution')
      .description(DESCRIPTION)
      .action(runs(context, ({ app, ...place }) => look(app, place, context)));
  },
};

const DESCRIPTION = prose(`
Changes nothing. Lists who has not confirmed a subscription, whose can be ended by strangers, which phones get no text
messages (SMS sandbox, opt-outs) and the month's spend limit, what differs from the deployed template, and whether the
emergency page answers. Names what in the hosted zone refuses a cut-over, the way back or a destroy: Change Guardrails
and record set protections. Asks each endpoint once as a Route 53 health checker does, from where you are: a status later
than 2 s after connecting is a failure, from 1 s on it warns. Asks mirrored paths and documents under the origin's
name, and names those that redirect back to the shop. The exit code is 0 when all is well, 1 when something is
wrong, and 2 when it could not look; a warning is no fault.

With --app it looks ahead instead: what of that assembly AWS would refuse over what is deployed, which records of the
hosted zone are in the way, which names a wildcard would no longer answer for, and whether an API in ${HOME_REGION} would
answer for the shop in an outage. Run it before each deployment, the first one above all.
`);

type Place = StorePlace & Pick<VerifiedPlace, 'pageUrl'>;

async function look(app: string | undefined, place: Place, context: CliContext): Promise<ExitCode> {
  requireOneKindOfLook(app, place);
  const findings = await findingsOf(app, place, context);
  const allIsWell = app === undefined ? undefined : 'Nothing is in the way of this deployment.';
  context.print(
    [describeFindings(findings, allIsWell), ...(await holder(findings, place, context))].join('\n'),
  );
  const ok = findings.every((finding) => finding.ok);
  context.result({ ok, findings });
  return ok ? EXIT.WELL : EXIT.WRONG;
}

/** @throws CliError for options that don't go together, or are none */
function requireOneKindOfLook(app: string | undefined, { store, pageUrl }: Place): void {
  if (app !== undefined && store !== undefined) {
    throw new CliError(
      '--store: not possible with --app, which is about a whole stack; leave one of them out',
    );
  }
  if (app !== undefined && pageUrl !== undefined) {
    throw new CliError('--page-url: not possible with --app, which looks at no page; leave one of them out');
  }
  if (pageUrl !== undefined && !/^https?:$/.test(URL.canParse(pageUrl) ? new URL(pageUrl).protocol : '')) {
    throw new CliError(
      `--page-url: must be an http or https URL, got ${JSON.stringify(pageUrl)}; such as https://d111111abcdef8.cloudfront.net/understudy/index.html`,
    );
  }
}

/** @throws CliError when nobody could look: the store is neither well nor broken then */
async function findingsOf(
  app: string | undefined,
  place: Place,
  { aws }: CliContext,
): Promise<readonly VerifyFinding[]> {
  try {
    return await (app === undefined
      ? verifyStack(place, aws.inspector)
      : lookAhead().verifyBefore(app, place.stack, aws.updateInspector));
  } catch (error) {
    throw new CliError(describeError(error).message, { cause: error, exitCode: EXIT.NOT_DONE });
  }
}

/** Loaded when it is needed: AWS's resource specification takes longer than all other commands together. */
const lookAhead = () => require('./verify-before') as typeof import('./verify-before');

/** Who holds the failover and until when, where a look showed that somebody does: the function alone knows. */
async function holder(
  findings: readonly VerifyFinding[],
  place: StorePlace,
  context: CliContext,
): Promise<readonly string[]> {
  return findings.some(({ held }) => held !== undefined)
    ? [`Held ${describeHolder(await heldOf(place, context))}.`]
    : [];
}

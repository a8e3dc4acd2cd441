import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import { HOLD_MINUTES, SIDES, type Side } from '../../../lambda/status-update/contract/hold';
import { CliError, EXIT, type ExitCode } from '../../command-line/cli-error';
import { withJson, withSending, withStore } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import { describeFailover, failoverForPrograms } from '../failover/describe-failover';
import { lookAtFailover } from '../failover/look-at-failover';
import type { CliContext } from './cli-context';
import { heldOf } from './held';
import { readMinutes } from './minutes';
import { type Sent, send } from './send';
import type { StorePlace } from './stack-reader';
import { runs, type Subcommand } from './subcommand';

/** `npx understudy failover`: which record Route 53 answers with and why, and a way out of a false alarm. */
export const failover: Subcommand = {
  define: (command, context) => {
    withJson(withStore(command))
      .usage('[options]\n       npx understudy failover hold <primary|secondary> [--for 2h] [options]')
      .description(DESCRIPTION)
      .argument('[action...]')
      .action(runs(context, (actions, options) => show(actions, options, context)));
    withSending(
      command
        .command('hold')
        .summary('keep Route 53 on one record, whatever the health checks say')
        .usage('<primary|secondary> [options]')
        .description(DESCRIPTION)
        .argument('[side...]')
        .option('--for <time>', 'how long at most: 45m, 2h; 5m to 24h (default: 1h)'),
    ).action(
      runs(context, async (sides, options) => {
        const command = {
          kind: 'hold-failover',
          id: context.newId(),
          side: readSide(sides),
          forMinutes: readLength(options.for),
        } as const;
        return send(command, options, context, { afterwards: warnUnlessInForce });
      }),
    );
    withSending(command.command('auto').summary('let the health checks decide again at once'))
      .usage('[options]')
      .description(DESCRIPTION)
      .action(
        runs(context, async (options) => {
          const command = { kind: 'release-failover', id: context.newId() } as const;
          const afterwards = async ({ reply }: Sent) => (reply.problems.length > 0 ? EXIT.WRONG : EXIT.WELL);
          return send(command, options, context, { afterwards });
        }),
      );
  },
};

const DESCRIPTION = prose(`
Without an action it changes nothing: it shows which record is answered, the calculated health check behind it, and what
the checkers of each endpoint see, in their own words.

"hold primary" keeps a healthy store open although a health check fails, as when its search text is gone. "hold
secondary" closes a healthy store, for work on it. Both set the calculated health check only: the alarms of endpoints go
on telling the truth. Every message names the hold, there is one each hour, and one before it ends. Its end is written
down before it begins, and a deployment does not undo it. "auto" lets the health checks decide again at once.

A hold needs the control planes of Route 53 and of EventBridge Scheduler in ${HOME_REGION}. While ${HOME_REGION} does not answer,
Route 53 goes on answering by what was set last.
`);

async function warnUnlessInForce({ reply }: Sent, { print }: CliContext): Promise<ExitCode> {
  if (reply.held?.inForce === true) {
    return EXIT.WELL;
  }
  print(
    'It is not in force yet: it is tried again each minute. "npx understudy failover" shows whether it is.',
  );
  return EXIT.WRONG;
}

async function show(actions: readonly string[], place: StorePlace, context: CliContext): Promise<ExitCode> {
  if (actions.length > 0) {
    const got = JSON.stringify(actions[0]);
    throw new CliError(`failover: must be hold or auto, or nothing at all, got ${got}; see --help`);
  }
  const [seen, held] = await Promise.all([
    lookAtFailover(place, context.aws.inspector),
    heldOf(place, context),
  ]);
  context.print(describeFailover(seen, held));
  context.result(failoverForPrograms(seen, held));
  return EXIT.WELL;
}

const readLength = (text: string | undefined): number =>
  text === undefined ? HOLD_MINUTES.default : readMinutes('--for', text, HOLD_MINUTES);

function readSide(sides: readonly string[]): Side {
  const [text, ...more] = sides;
  const side = SIDES.find((one) => one === text);
  if (side === undefined || more.length > 0) {
    throw new CliError(`failover hold: must be primary or secondary, got ${JSON.stringify(sides)}; name one`);
  }
  return side;
}

import { HOLD_MINUTES, SIDES, type Side } from '../../lambda/status-update/failover/hold';
import { describeFailover } from '../failover/describe-failover';
import { lookAtFailover } from '../failover/look-at-failover';
import { heldOf } from './held';
import { readMinutes } from './minutes';
import { parseOptions, SENDING_HELP, SENDING_OPTIONS, STORE_OPTIONS } from './options';
import { send } from './send';
import type { CliContext, Subcommand } from './subcommand';
import { UsageError } from './usage-error';

const HOLD_OPTIONS = { ...SENDING_OPTIONS, for: { type: 'string' } } as const;

/** `npx understudy failover`: which record Route 53 answers with and why, and a way out of a false alarm. */
export const failover: Subcommand = {
  summary: 'show where Route 53 sends shoppers and why; hold it there, or give it back',
  help: `Usage: npx understudy failover [--stack <name>] [--store <name>]
       npx understudy failover hold primary|secondary [--for 2h] [options]
       npx understudy failover auto [options]

Without an action it changes nothing: it shows which record is answered, the calculated health check behind it, and what
the checkers of each endpoint see, in their own words.

"hold primary" keeps a healthy store open although a health check fails, as when its search text is gone. "hold
secondary" closes a healthy store, for work on it. Both set the calculated health check only: the alarms of endpoints go
on telling the truth. Every message names the hold, there is one each hour, and one before it ends. Its end is written
down before it begins, and a deployment does not undo it. "auto" lets the health checks decide again at once.

A hold needs the control planes of Route 53 and of EventBridge Scheduler in us-east-1. While us-east-1 does not answer,
Route 53 goes on answering by what was set last.

  --for <time>             how long at most: 45m, 2h; 5m to 24h (default 1h)
${SENDING_HELP}`,
  run: async ([action, ...args], context) => {
    switch (action) {
      case 'hold':
        return hold(args, context);
      case 'auto':
        return auto(args, context);
      default:
        return action === undefined || action.startsWith('-')
          ? show(action === undefined ? [] : [action, ...args], context)
          : unknown(action);
    }
  },
};

function unknown(action: string): never {
  throw new UsageError(
    `failover: must be hold or auto, or nothing at all, got ${JSON.stringify(action)}; see --help`,
  );
}

async function hold(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, HOLD_OPTIONS);
  const side = readSide(positionals);
  const forMinutes =
    values.for === undefined ? HOLD_MINUTES.default : readMinutes('--for', values.for, HOLD_MINUTES);
  const command = { kind: 'hold-failover', id: context.newId(), side, forMinutes } as const;
  const sent = await send(command, values, context);
  const inForce = sent?.reply.held?.inForce === true;
  if (sent !== undefined && !inForce) {
    context.print(
      'It is not in force yet: it is tried again each minute. "npx understudy failover" shows whether it is.',
    );
  }
  return inForce ? 0 : 1;
}

async function auto(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, SENDING_OPTIONS);
  refuseTexts('auto', positionals);
  const sent = await send({ kind: 'release-failover', id: context.newId() }, values, context);
  return sent === undefined || sent.reply.problems.length > 0 ? 1 : 0;
}

async function show(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, STORE_OPTIONS);
  refuseTexts('failover', positionals);
  const { inspector, print } = context;
  const [seen, held] = await Promise.all([lookAtFailover(values, inspector), heldOf(values, context)]);
  print(describeFailover(seen, held));
  return 0;
}

function readSide(positionals: readonly string[]): Side {
  const [text, ...more] = positionals;
  const side = SIDES.find((one) => one === text);
  if (side === undefined || more.length > 0) {
    throw new UsageError(
      `failover hold: must be primary or secondary, got ${JSON.stringify(positionals)}; name one`,
    );
  }
  return side;
}

function refuseTexts(what: string, positionals: readonly string[]): void {
  if (positionals.length > 0) {
    throw new UsageError(`${what}: takes no text, got ${JSON.stringify(positionals)}; see --help`);
  }
}

import type { CommandReply } from '../../../lambda/status-update/contract/command-reply';
import type { AwsServices, Terminal } from '../../operator/cli/cli-context';
import { main } from '../../operator/cli/main';
import { muteRule } from '../../operator/cli/mute-rule';
import { ACCOUNT_ID } from '../aws/assembly/physical-ids';
import { parseMuteRule } from '../aws/cloudwatch/rules/mute-window';
import type { World } from '../play/world/world';
import { commandLine, type PersonAction } from '../scenario/person-action';

/**
 * Lets people act at their time: with the command line that they would use, which shows them what it sends and asks the
 * real bundle. They say yes.
 */
export function stagePeople(actions: readonly PersonAction[], world: World, startMs: number): void {
  for (const [index, action] of actions.entries()) {
    world.clock.at(startMs + action.atSeconds * 1000, () => act(action, world, `person-${index + 1}`));
  }
}

async function act(action: PersonAction, world: World, id: string): Promise<void> {
  const printed: string[] = [];
  const args = commandLine(action, world.clock.nowMs);
  const code = await main(
    args,
    terminalIn(world, id, (text) => printed.push(text)),
  );
  world.log.record({
    kind: 'person',
    command: ['understudy', ...args.map(quoted)].join(' '),
    outcome: code === 0 ? 'done' : 'refused',
    because: printed.at(-1) ?? '',
  });
}

const quoted = (arg: string): string => (/\s/.test(arg) ? `"${arg}"` : arg);

/** The terminal of a person in this world. */
function terminalIn(world: World, id: string, print: Terminal['print']): Terminal {
  const { clock } = world;
  return {
    print,
    printError: print,
    confirm: async () => true,
    now: () => clock.nowMs,
    newId: () => id,
    aws: awsIn(world),
  };
}

/** What the person's commands ask of AWS. No scenario has a person who runs `verify` or `status`. */
function awsIn(world: World): AwsServices {
  const { muteRules } = world.alarms;
  return {
    stacks: {
      outputs: async () => ({
        functionName: world.output('StatusUpdateFunctionName'),
        outageAlarmName: world.output('OutageAlarmName'),
      }),
    },
    statusFunction: {
      ask: async (functionName, request) => (await world.ask(functionName, request)) as CommandReply,
    },
    mutes: {
      put: async (mute, nowMs) => {
        const { Name, MuteTargets, Rule, ExpireDate } = muteRule(mute, nowMs);
        const { Expression: expression, Duration: duration } = Rule.Schedule;
        const schedule = parseMuteRule({ expression, duration, expireDate: ExpireDate.toISOString() });
        muteRules.put(Name, { alarmNames: MuteTargets.AlarmNames, schedule });
      },
      remove: async (name) => muteRules.remove(name),
    },
    identity: { arn: async () => `arn:aws:iam::${ACCOUNT_ID}:user/on-call` },
    get alarms(): never {
      return nobody();
    },
    get subscriptions(): never {
      return nobody();
    },
    get inspector(): never {
      return nobody();
    },
    get updateInspector(): never {
      return nobody();
    },
  };
}

function nobody(): never {
  throw new Error('nobody looks at AWS in a rehearsal');
}

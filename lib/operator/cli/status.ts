import { CliError, EXIT, type ExitCode } from '../../command-line/cli-error';
import { withJson, withStore } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import type { CliContext } from './cli-context';
import { describeStatus, statusForPrograms } from './describe-status';
import { type StorePlace, storeOf } from './stack-reader';
import { runs, type Subcommand } from './subcommand';

/** `npx understudy status`: how things stand. */
export const status: Subcommand = {
  define: (command, context) => {
    withJson(withStore(command))
      .usage('[options]')
      .description(DESCRIPTION)
      .action(runs(context, (place) => show(place, context)));
  },
};

const DESCRIPTION = prose(`
Changes nothing and tells nobody. Shows what shoppers read, the running incident and who has it, alarms that are not OK,
whether somebody holds the failover, planned work, the last drill, and the last deployments, changes and campaigns.
To say something, run "npx understudy announce".

You need lambda:InvokeFunction on the status-update function, cloudformation:DescribeStacks on the stack, and
cloudwatch:DescribeAlarms.
`);

async function show(place: StorePlace, context: CliContext): Promise<ExitCode> {
  const { stacks, statusFunction, alarms } = context.aws;
  const outputs = await stacks.outputs(place);
  // The function answers every look alike, with all that it knows.
  const command = { kind: 'show-failover', id: context.newId() } as const;
  const [reply, seen] = await Promise.allSettled([
    statusFunction.ask(outputs.functionName, { source: 'understudy.cli', preview: true, command }),
    alarms.named(`${storeOf(outputs)}-`),
  ]);
  const status = { store: storeOf(outputs), nowMs: context.now(), reply, alarms: seen };
  context.print(describeStatus(status));
  context.result(statusForPrograms(status));
  if (reply.status === 'rejected') {
    throw reply.reason;
  }
  if (reply.value.kind === 'refused') {
    throw new CliError(`Refused: ${reply.value.because}`, { exitCode: EXIT.WRONG });
  }
  return EXIT.WELL;
}

import { parseOptions, SENDING_HELP, SENDING_OPTIONS } from './options';
import { send } from './send';
import type { Subcommand } from './subcommand';

/** `npx understudy retract`: takes a mistake back. */
export const retract: Subcommand = {
  summary: 'take back what was last said about the running incident, or about the last one',
  help: `Usage: npx understudy retract [options]

Takes the last words that a person said out of the status and its history, also of an incident that is over. On-call is
told while the incident goes on. What was read is read.

${SENDING_HELP}`,
  run: async (args, context) => {
    const { values } = parseOptions(args, SENDING_OPTIONS);
    const command = { kind: 'retract', id: context.newId() } as const;
    return (await send(command, values, context)) === undefined ? 1 : 0;
  },
};

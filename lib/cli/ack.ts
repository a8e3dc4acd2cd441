import { parseOptions, SENDING_HELP, SENDING_OPTIONS } from './options';
import { send } from './send';
import type { Subcommand } from './subcommand';
import { UsageError } from './usage-error';

/** `npx understudy ack`: says that somebody works on the incident. */
export const ack: Subcommand = {
  summary: 'acknowledge the running incident: everybody is told who has it, nobody else is called',
  help: `Usage: npx understudy ack [options]

On-call is told who has the incident, by the name in your credentials. The second contact (onCall.escalation) is not called
any more; once it was, it hears of this, too. Run it to take an incident from somebody else as well. Any other command in
an incident acknowledges it, too, except deployed and note, which programs give.

${SENDING_HELP}`,
  run: async (args, context) => {
    const { values, positionals } = parseOptions(args, SENDING_OPTIONS);
    if (positionals.length > 0) {
      const got = JSON.stringify(positionals);
      throw new UsageError(`ack: takes no text, got ${got}; say it with "npx understudy status"`);
    }
    const command = { kind: 'ack', id: context.newId() } as const;
    return (await send(command, values, context)) === undefined ? 1 : 0;
  },
};

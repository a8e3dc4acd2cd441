import { CliError } from '../../command-line/cli-error';
import { withSending } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import { send } from './send';
import { runs, type Subcommand } from './subcommand';

/** `npx understudy ack`: says that somebody works on the incident. */
export const ack: Subcommand = {
  define: (command, context) => {
    withSending(command)
      .description(DESCRIPTION)
      .usage('[options]')
      .argument('[text...]')
      .action(
        runs(context, async (texts, options) => {
          if (texts.length > 0) {
            const got = JSON.stringify(texts);
            throw new CliError(`ack: takes no text, got ${got}; say it with "npx understudy announce"`);
          }
          return send({ kind: 'ack', id: context.newId() }, options, context);
        }),
      );
  },
};

const DESCRIPTION = prose(`
On-call is told who has the incident, by the name in your credentials. The second contact (onCall.escalation) is not
called any more; once it was, it hears of this, too. Run it to take an incident from somebody else as well. Any other
command in an incident acknowledges it, too, except deployed and note, which programs give.
`);

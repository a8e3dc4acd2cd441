import { EXIT } from '../../command-line/cli-error';
import { askedFor } from '../../rehearsal/cli/asked-for';
import { withRehearsal } from '../../rehearsal/cli/declare-options';
import { isCommandLine } from '../../rehearsal/cli/is-command-line';
import { launch } from '../../rehearsal/cli/launch';
import { readOptions } from '../../rehearsal/cli/options';
import { runs, type Subcommand } from './subcommand';

/** `npx understudy rehearse`: plays outages through the synthesized stack. */
export const rehearse: Subcommand = {
  define: (command, context) => {
    withRehearsal(command).action(
      runs(context, async (values) => {
        const options = readOptions(values);
        const asked = askedFor(options);
        if (asked === undefined) {
          return launch(context.args, isCommandLine(options.app) ? options.app : undefined);
        }
        context.print(asked.trimEnd());
        return EXIT.WELL;
      }),
    );
  },
};

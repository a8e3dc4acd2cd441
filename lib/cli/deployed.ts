import { onlyText, parseOptions, SENDING_HELP, SENDING_OPTIONS } from './options';
import { send } from './send';
import type { Subcommand } from './subcommand';
import { UsageError } from './usage-error';

/** `npx understudy deployed`: marks a deployment of the store, for messages and reviews. */
export const deployed: Subcommand = {
  summary: 'note a deployment of the store: messages name the last three changes',
  help: `Usage: npx understudy deployed v1.2.3 --yes

Call it at the end of the store's own deployment. Messages of an outage then name the version and when it came.

${SENDING_HELP}`,
  run: async (args, context) => {
    const { values, positionals } = parseOptions(args, SENDING_OPTIONS);
    const version = onlyText(positionals, 'deployed');
    if (!/^[\x21-\x7e]{1,40}$/.test(version)) {
      const got = JSON.stringify(version);
      throw new UsageError(
        `deployed: must be 1 to 40 ASCII characters without spaces, got ${got}; shorten the version`,
      );
    }
    const command = { kind: 'deployed', id: context.newId(), version } as const;
    return (await send(command, values, context)) === undefined ? 1 : 0;
  },
};

import { CliError } from '../../command-line/cli-error';
import { onlyText, withSending } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import { send } from './send';
import { runs, type Subcommand } from './subcommand';

/** `npx understudy deployed`: marks a deployment of the store, for messages and reviews. */
export const deployed: Subcommand = {
  define: (command, context) => {
    withSending(command)
      .usage('v1.2.3 --yes [options]')
      .description(DESCRIPTION)
      .argument('[version...]')
      .action(
        runs(context, async (versions, options) => {
          const version = readVersion(onlyText(versions, 'deployed'));
          return send({ kind: 'deployed', id: context.newId(), version }, options, context);
        }),
      );
  },
};

const DESCRIPTION = prose(`
Call it at the end of the store's own deployment. Messages of an outage then name the version and when it came.
`);

function readVersion(version: string): string {
  if (!/^[\x21-\x7e]{1,40}$/.test(version)) {
    const got = JSON.stringify(version);
    throw new CliError(
      `deployed: must be 1 to 40 ASCII characters without spaces, got ${got}; shorten the version`,
    );
  }
  return version;
}

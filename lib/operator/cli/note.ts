import { MAX_NOTE_LENGTH, NOTE_KINDS } from '../../../lambda/status-update/contract/marker';
import { CliError } from '../../command-line/cli-error';
import { onlyText, withSending } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import { send } from './send';
import { runs, type Subcommand } from './subcommand';

/** `npx understudy note`: marks what somebody did beside deployments, for messages and reviews. */
export const note: Subcommand = {
  define: (command, context) => {
    command.usage('<change|campaign> "<text>" [options]').description(DESCRIPTION);
    for (const about of NOTE_KINDS) {
      withSending(command.command(about).summary(SUMMARIES[about]))
        .usage(`"${EXAMPLES[about]}" --yes [options]`)
        .description(DESCRIPTION)
        .argument('[text...]')
        .action(
          runs(context, async (texts, options) => {
            const text = readNote(`note ${about}`, texts);
            return send({ kind: 'note', id: context.newId(), about, text }, options, context);
          }),
        );
    }
  },
};

const SUMMARIES = { change: "of something else than the store's code", campaign: 'which calls shoppers' };
const EXAMPLES = { change: 'New firewall rules', campaign: 'Newsletter to everybody' };

const DESCRIPTION = prose(`
Run it as you change something else than the store's code, or as shoppers are called to it. Messages of an outage then
name it and when it was: the last thing that changed is the first thing to suspect. On-call is told nothing now, and an
incident is not acknowledged by it, so that programs may run it.
`);

function readNote(what: string, texts: readonly string[]): string {
  const text = onlyText(texts, what);
  if (text.length > MAX_NOTE_LENGTH || /\p{Cc}/u.test(text)) {
    const got = JSON.stringify(text);
    throw new CliError(
      `${what}: must be one line of at most ${MAX_NOTE_LENGTH} characters, got ${got}; shorten it`,
    );
  }
  return text;
}

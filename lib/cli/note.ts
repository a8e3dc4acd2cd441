import { MAX_NOTE_LENGTH, NOTE_KINDS } from '../../lambda/status-update/incident/marker';
import { onlyText, parseOptions, SENDING_HELP, SENDING_OPTIONS } from './options';
import { send } from './send';
import type { Subcommand } from './subcommand';
import { UsageError } from './usage-error';

/** `npx understudy note`: marks what somebody did beside deployments, for messages and reviews. */
export const note: Subcommand = {
  summary: 'note a change or a campaign: messages name the last three, deployments included',
  help: `Usage: npx understudy note change "New firewall rules" --yes
       npx understudy note campaign "Newsletter to everybody" --yes

Run it as you change something else than the store's code, or as shoppers are called to it. Messages of an outage then name
it and when it was: the last thing that changed is the first thing to suspect. On-call is told nothing now, and an incident
is not acknowledged by it, so that programs may run it.

${SENDING_HELP}`,
  run: async ([kind, ...args], context) => {
    const about = NOTE_KINDS.find((one) => one === kind);
    if (about === undefined) {
      throw new UsageError(`note: must be change or campaign, got ${JSON.stringify(kind ?? '')}; see --help`);
    }
    const { values, positionals } = parseOptions(args, SENDING_OPTIONS);
    const text = onlyText(positionals, `note ${about}`);
    if (text.length > MAX_NOTE_LENGTH || /\p{Cc}/u.test(text)) {
      const got = JSON.stringify(text);
      throw new UsageError(
        `note ${about}: must be one line of at most ${MAX_NOTE_LENGTH} characters, got ${got}; shorten it`,
      );
    }
    const command = { kind: 'note', id: context.newId(), about, text } as const;
    return (await send(command, values, context)) === undefined ? 1 : 0;
  },
};

import { onlyText, parseOptions, SENDING_HELP, SENDING_OPTIONS } from './options';
import { send } from './send';
import type { Subcommand } from './subcommand';
import { readTime } from './times';
import { UsageError } from './usage-error';

/** `npx understudy drill`: says that what breaks next is broken on purpose. */
export const drill: Subcommand = {
  summary: 'mark what breaks next as a drill: its messages begin with [DRILL]',
  help: `Usage: npx understudy drill +1h

Incidents that open until then, at most 24 hours from now, are marked as a drill in every message; on-call is told.
Shoppers meet a real outage all the same. "npx understudy drill now" ends it for incidents to come.

When such an incident is resolved, its report is written to the records bucket: reviews/<incident>.html and .md,
reviews/<incident>.drill-report.json for programs, and reviews/last-drill.html, which runbooks name.

${SENDING_HELP}`,
  run: async (args, context) => {
    const { values, positionals } = parseOptions(args, SENDING_OPTIONS);
    const text = onlyText(positionals, 'drill');
    const nowMs = context.now();
    const untilMs = readTime('drill', text, nowMs);
    if (untilMs < nowMs) {
      throw new UsageError(`drill: must not lie in the past, got ${JSON.stringify(text)}; name a later time`);
    }
    const command = { kind: 'drill', id: context.newId(), untilMs } as const;
    return (await send(command, values, context)) === undefined ? 1 : 0;
  },
};

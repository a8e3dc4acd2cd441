import { CliError } from '../../command-line/cli-error';
import { onlyText, withSending } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import { send } from './send';
import { runs, type Subcommand } from './subcommand';
import { readTime } from './times';

/** `npx understudy drill`: says that what breaks next is broken on purpose. */
export const drill: Subcommand = {
  define: (command, context) => {
    withSending(command)
      .usage('+1h [options]')
      .description(DESCRIPTION)
      .argument('[time...]')
      .action(
        runs(context, async (times, options) => {
          const untilMs = readEnd(onlyText(times, 'drill'), context.now());
          return send({ kind: 'drill', id: context.newId(), untilMs }, options, context);
        }),
      );
  },
};

const DESCRIPTION = prose(`
Incidents that open until then, at most 24 hours from now, are marked as a drill in every message; on-call is told.
Shoppers meet a real outage all the same. "npx understudy drill now" ends it for incidents to come.

When such an incident is resolved, its report is written to the records bucket: reviews/<incident>.html and .md,
reviews/<incident>.drill-report.json for programs, and reviews/last-drill.html, which runbooks name.
`);

function readEnd(text: string, nowMs: number): number {
  const untilMs = readTime('drill', text, nowMs);
  if (untilMs < nowMs) {
    throw new CliError(`drill: must not lie in the past, got ${JSON.stringify(text)}; name a later time`);
  }
  return untilMs;
}

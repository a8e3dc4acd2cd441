import { formatOffset } from '../format';
import type { ScenarioReport } from '../report-schema';
import { type TerminalStyle, wrap } from './style';

const OFFSET_WIDTH = 8;

/** What happened, line by line, with every message as its reader sees it. */
export function story({ timeline }: ScenarioReport, { colors, width }: TerminalStyle): readonly string[] {
  return timeline.flatMap(({ atMs, kind, text, body, otherForms = [] }) => {
    const [first = '', ...rest] = wrap(text, OFFSET_WIDTH + 2, width);
    const offset = formatOffset(atMs).padStart(OFFSET_WIDTH);
    const emphasize = { fault: colors.red, repair: colors.green }[kind as string] ?? String;
    return [
      `${colors.dim(offset)}  ${emphasize(first.trimStart())}`,
      ...rest,
      ...(body === undefined ? [] : quote(body, OFFSET_WIDTH + 2, width).map(colors.cyan)),
      ...otherForms.flatMap(({ channel, body: form }) => [
        `${' '.repeat(OFFSET_WIDTH + 2)}by ${channel}:`,
        ...quote(form, OFFSET_WIDTH + 2, width).map(colors.cyan),
      ]),
    ];
  });
}

/** A message as it reads, with a bar beside it; lines that are too long are broken. */
const quote = (text: string, by: number, width: number): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => (line.length + by + 2 > width ? wrap(line, 0, width - by - 2) : [line]))
    .map((line) => `${' '.repeat(by)}| ${line}`.trimEnd());

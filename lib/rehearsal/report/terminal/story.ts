import { formatOffset } from '../format';
import type { ScenarioReport } from '../report-schema';
import { type TerminalStyle, wrap } from './style';

const OFFSET_WIDTH = 8;
const INDENT = OFFSET_WIDTH + 2;

type Entry = ScenarioReport['timeline'][number];

/**
 * What happened, line by line. In short, a message is its subject and what its reader sees first, and alarms are left to
 * the messages that tell of them, unless something was missed; whole, every message reads as on each channel.
 */
export function story(
  { timeline, passed }: ScenarioReport,
  style: TerminalStyle,
  whole: boolean,
): readonly string[] {
  const { colors, width } = style;
  const shown = whole || !passed ? timeline : timeline.filter(({ kind }) => kind !== 'cloudwatch');
  return shown.flatMap((entry) => {
    const [first = '', ...rest] = wrap(entry.text, INDENT, width);
    const offset = formatOffset(entry.atMs).padStart(OFFSET_WIDTH);
    const emphasize = { fault: colors.red, repair: colors.green }[entry.kind as string] ?? String;
    return [
      `${colors.dim(offset)}  ${emphasize(first.trimStart())}`,
      ...rest,
      ...(whole ? wholeMessage(entry, style) : leadLines(entry, style)),
    ];
  });
}

function wholeMessage({ body, otherForms = [] }: Entry, style: TerminalStyle): readonly string[] {
  return [
    ...(body === undefined ? [] : quote(body, style)),
    ...otherForms.flatMap(({ channel, body: form }) => [
      `${' '.repeat(INDENT)}by ${channel}:`,
      ...quote(form, style),
    ]),
  ];
}

/** YOU, WHAT, NOW and NEXT: all that stands before the first empty line. What programs get has no such lines. */
function leadLines({ body }: Entry, style: TerminalStyle): readonly string[] {
  if (body === undefined || body.startsWith('{')) {
    return [];
  }
  const [lead = ''] = body.split('\n\n');
  return quote(lead, style);
}

/** Messages hang what does not fit into a line below its label. */
const LABEL_WIDTH = 9;
const FURTHER_LINES = new RegExp(`\\n {${LABEL_WIDTH}}(?=\\S)`, 'g');

/** A message as it reads, with a bar beside it; its lines are as long as the terminal allows. */
const quote = (text: string, { colors, width }: TerminalStyle): readonly string[] =>
  text
    .replace(FURTHER_LINES, ' ')
    .split('\n')
    .flatMap((line) => hung(line, width - INDENT - 2))
    .map((line) => colors.cyan(`${' '.repeat(INDENT)}| ${line}`.trimEnd()));

function hung(line: string, width: number): readonly string[] {
  if (line.length <= width) {
    return [line];
  }
  const label = line.slice(0, LABEL_WIDTH);
  if (!/^\S+ +$/.test(label)) {
    return wrap(line, 0, width);
  }
  const [first = '', ...rest] = wrap(line.slice(LABEL_WIDTH), LABEL_WIDTH, width);
  return [`${label}${first.trimStart()}`, ...rest];
}

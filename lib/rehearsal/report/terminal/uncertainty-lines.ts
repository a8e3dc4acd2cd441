import type { Uncertainty } from '../uncertainty-schema';
import { heldText, matterIn, openText, rankText } from '../uncertainty-text';
import { type TerminalStyle, wrap } from './style';

/** Which budgets hold whatever is true of what AWS does not tell, which only at the defaults, and what matters most. */
export function uncertaintyLines(uncertainty: Uncertainty, style: TerminalStyle): readonly string[] {
  const { plays, findings, unknowns } = uncertainty;
  const { bold, yellow, green } = style.colors;
  const matter = matterIn(uncertainty);
  const still = unknowns.filter((unknown) => !matter.includes(unknown)).map(({ name }) => name);
  return [
    bold(`What AWS does not tell, each alone at both ends of its range: ${plays} plays`),
    ...findings
      .filter(({ held }) => held === 'at the default')
      .flatMap((finding) => marked(yellow('IF   '), openText(finding), style)),
    ...marked(green('ok   '), heldText(uncertainty), style),
    ...matter.flatMap((unknown, index) => marked(`${index + 1}.`.padEnd(INDENT), rankText(unknown), style)),
    ...(still.length === 0 ? [] : wrap(`no influence here: ${still.join(', ')}`, INDENT, style.width)),
    '',
  ];
}

const INDENT = 5;

/** Further lines stand below the text, not below the mark. */
function marked(mark: string, text: string, { width }: TerminalStyle): readonly string[] {
  const [first = '', ...rest] = wrap(text, 0, width - INDENT);
  return [`${mark}${first}`, ...rest.map((line) => `${' '.repeat(INDENT)}${line}`)];
}

import { escapeXml } from '../../kernel/escape-xml';
import type { Uncertainty } from '../uncertainty-schema';
import { heldText, matterIn, openText, rankText } from '../uncertainty-text';

/** What holds whatever is true of what AWS does not tell, and what matters most. Empty unless it was played. */
export function uncertaintySection(uncertainty: Uncertainty | undefined): string {
  if (uncertainty === undefined) {
    return '';
  }
  const open = uncertainty.findings.filter(({ held }) => held === 'at the default').map(openText);
  return `<section><h2>What AWS does not tell</h2>
<p>Each was played alone at both ends of its range, ${uncertainty.plays} plays: ${escapeXml(heldText(uncertainty))}.</p>
${open.length === 0 ? '' : `<ul>${items(open)}</ul>\n`}<h3>What matters most</h3>
<ol>${items(matterIn(uncertainty).map(rankText))}</ol></section>
`;
}

const items = (texts: readonly string[]): string =>
  texts.map((text) => `<li>${escapeXml(text)}</li>`).join('');

import { escapeXml } from '../../kernel/escape-xml';
import { titleOf } from '../format';
import { knownGapsOf } from '../known-gaps';
import type { Report } from '../report-schema';
import { linkTo } from './links';

/** Every known gap in words, once, with the plays that show it. Empty without any. */
export function gapsSection({ scenarios }: Report): string {
  const gaps = knownGapsOf(scenarios);
  if (gaps.length === 0) {
    return '';
  }
  return `<section><h2 id="known-gaps">Known gaps</h2><p class="meta">What the stack is known not to do.</p><ol class="gaps">${gaps
    .map(
      ({ text, plays }) =>
        `<li>${escapeXml(text)} <span class="meta">(${plays.map((play) => `<a href="${linkTo(play)}">${escapeXml(titleOf(play))}</a>`).join('; ')})</span></li>`,
    )
    .join('')}</ol></section>`;
}

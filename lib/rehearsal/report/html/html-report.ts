import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeXml } from '../../kernel/escape-xml';
import { BASE_STYLE } from '../base-style';
import { titleOf } from '../format';
import { knownGapsOf } from '../known-gaps';
import type { Report } from '../report-schema';
import { rowsOf } from '../rows';
import { comparisonSection } from './comparison-section';
import { coverageSection } from './coverage-section';
import { FILTER_STYLE } from './filters';
import { linkTo } from './links';
import { repeatedMessages } from './repeated-messages';
import { scenarioSection } from './scenario-section';
import { summarySection } from './summary-section';
import { uncertaintySection } from './uncertainty-section';
import { verdictSection } from './verdict-section';

const readStyle = (file: string): string => readFileSync(join(__dirname, file), 'utf8');

const FILES = ['report-style.css', 'chart-style.css', 'phone-style.css', 'print-style.css'];

const STYLE = [BASE_STYLE, ...FILES.map(readStyle), FILTER_STYLE].join('');
const STYLE_HASH = createHash('sha256').update(STYLE, 'utf8').digest('base64');

/** The report for people: one file that needs nothing else, no script either. */
export function htmlReport(report: Report): string {
  const names = [...new Set(report.assemblies.map(({ domainName }) => domainName))].join(', ');
  const plays = rowsOf(report.scenarios).flatMap((row) => row.plays);
  const repeated = repeatedMessages(plays);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:">
<title>Rehearsal of ${escapeXml(names)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header><p class="brand">Understudy</p><h1>Rehearsal of ${escapeXml(names)}</h1>${verdictSection(report)}</header>
<main>
${comparisonSection(report.comparison)}${uncertaintySection(report.uncertainty)}${summarySection(report)}
${gapsSection(report)}
<section><h2>Scenario by scenario</h2>
${plays.map((play, index) => scenarioSection(play, index === 0, repeated)).join('\n')}
</section>
${coverageSection(report.assemblies)}
</main>
<footer><p>Seed ${report.seed}: the same seed gives the same report. All times are the scenario's own. Requests are those of shoppers:
CloudFront's own figures, which messages quote, also count those of waiting emergency pages. Links below messages are left out.</p></footer>
</body>
</html>
`;
}

/** Every known gap in words, once, with the plays that show it. Empty without any. */
function gapsSection({ scenarios }: Report): string {
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

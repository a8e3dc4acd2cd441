import { escapeXml } from '../kernel/escape-xml';
import { describeMiss } from './format';
import type { Report, ReportFinding, ScenarioReport } from './report-schema';

/**
 * The report for continuous integration: a test suite per scenario, a test case per finding. The time of a suite is
 * the scenario's own, so that the same seed gives the same file.
 */
export function junitReport({ scenarios }: Report): string {
  const all = scenarios.flatMap(({ findings }) => findings);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="understudy" tests="${all.length}" failures="${failuresIn(all)}">`,
    ...scenarios.flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n');
}

const failuresIn = (findings: readonly ReportFinding[]): number =>
  findings.filter(({ passed }) => !passed).length;

function suite({ name, topology, endMs, findings }: ScenarioReport): readonly string[] {
  const suiteName = escapeXml(`${topology}: ${name}`);
  return [
    `  <testsuite name="${suiteName}" tests="${findings.length}" failures="${failuresIn(findings)}" time="${(endMs / 1000).toFixed(3)}">`,
    ...findings.flatMap((finding) => testCase(suiteName, finding)),
    '  </testsuite>',
  ];
}

function testCase(suiteName: string, finding: ReportFinding): readonly string[] {
  const opening = `    <testcase classname="${suiteName}" name="${escapeXml(`${finding.kind}: ${finding.what}`)}"`;
  if (finding.passed) {
    return [`${opening}/>`];
  }
  const message = escapeXml(describeMiss(finding));
  return [`${opening}>`, `      <failure message="${message}"/>`, '    </testcase>'];
}

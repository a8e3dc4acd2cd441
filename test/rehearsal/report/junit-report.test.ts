import { junitReport } from '../../../lib/rehearsal/report/junit-report';
import { aReport, MISSED } from '../helpers/a-report';

describe('JUnit report', () => {
  test('is a test suite per scenario and a test case per finding', () => {
    expect(junitReport(aReport({ ...MISSED, name: 'a & <b>' })).split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="understudy" tests="3" failures="2">',
      '  <testsuite name="edge: a &amp; &lt;b&gt;" tests="3" failures="2" time="960.000">',
      '    <testcase classname="edge: a &amp; &lt;b&gt;" name="budget: on-call has a message">',
      '      <failure message="never, allowed at most 180.0 s; change it by onCall.emails, budgets.alertSeconds"/>',
      '    </testcase>',
      '    <testcase classname="edge: a &amp; &lt;b&gt;" name="prediction: Route 53 notices, as predicted">',
      '      <failure message="33.0 s, allowed 20.0 s to 32.0 s; change it by healthChecks.interval"/>',
      '    </testcase>',
      '    <testcase classname="edge: a &amp; &lt;b&gt;" name="expectation: raw errors"/>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ]);
  });

  test('has no characters that XML has no form for', () => {
    expect(junitReport(aReport({ name: 'a\u0007b' }))).toContain('name="edge: ab"');
  });
});

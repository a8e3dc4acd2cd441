import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';
import { type AssemblyName, assemblyOf, removeAssemblies } from './helpers/assemblies';

/** What a play of a changed template says. @param change of the template's text */
async function play(name: AssemblyName, change: (template: string) => string, played = 'origin refuses') {
  const directory = mkdtempSync(join(tmpdir(), 'understudy-denied-'));
  try {
    cpSync(await assemblyOf(name), directory, { recursive: true });
    const path = join(directory, 'Understudy.template.json');
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    const scenario = builtInScenario(played);
    const { verdict, events } = await rehearse({ assembly: directory, scenario });
    const missed = verdict.findings.filter(({ passed }) => !passed).map(({ what }) => what);
    const failures = events.flatMap((event) =>
      event.kind === 'function' && event.outcome === 'failed' ? [event.because] : [],
    );
    return { missed, failures, refused: missed.find((what) => what.startsWith('calls that AWS refuses')) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

afterAll(removeAssemblies);

describe('rehearsal of a template that lacks a permission', () => {
  test('has the real bundle fail as on AWS, and says that nobody is told', async () => {
    // The policies of topics say the same in another order.
    const { missed, refused, failures } = await play('dns', (template) =>
      template.replace(/"Action": "sns:Publish",\s*"Effect": "Allow",\s*"Resource": \[/, (text) =>
        text.replace('sns:Publish', 'sns:Subscribe'),
      ),
    );
    expect(refused).toMatch(/Function\w+ may not sns:Publish on [\w:-]+OnCall\w+: nobody is told/);
    expect(missed).toContain('incidents announced');
    expect(failures.join('\n')).toMatch(
      /is not authorized to perform: sns:Publish on resource: [\w:-]+ because no identity-based policy allows the sns:Publish action/,
    );
  });

  test('says in every scenario what no play would come across', async () => {
    const withoutLogs = (template: string) =>
      template.replace('"Service": "delivery.logs.amazonaws.com"', '"Service": "logs.amazonaws.com"');
    const { missed } = await play('edge', withoutLogs, '15-second blip');
    expect(missed).toEqual([
      expect.stringMatching(
        /^calls that AWS refuses: delivery\.logs\.amazonaws\.com may not s3:PutObject on [\w:/-]+CloudFront\/log: nothing is written there$/,
      ),
    ]);
  });

  test('misses the six characters behind the name of a secret, and an attribute in a condition', async () => {
    const { refused } = await play('every-worry', (template) =>
      template.replaceAll('shop/pagerduty-??????', 'shop/pagerduty').replaceAll('"newest"', '"latest"'),
    );
    expect(refused).toMatch(
      /pagerduty\w+ may not secretsmanager:GetSecretValue on [\w:/-]+shop\/pagerduty-000000: its receiver gets nothing/,
    );
    expect(refused).toMatch(/slack\w+ may not dynamodb:GetItem on [\w:/-]+: it does not know what it knew/);
    expect(refused).not.toMatch(/secret:shop\/slack/);
  });
});

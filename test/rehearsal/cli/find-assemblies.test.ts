import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { findAssemblies } from '../../../lib/rehearsal/cli/find-assemblies';
import { parseOptions } from '../../../lib/rehearsal/cli/options';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'understudy-assembly-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const synthesize = (): App => {
  const app = new App({ outdir: directory, builtinCloudFormationValidation: false });
  new Bucket(new Stack(app, 'Shop'), 'Bucket');
  return app;
};

const find = async (...args: readonly string[]): Promise<string> => {
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) > 0 };
  await findAssemblies(parseOptions(args), stderr, () => Promise.reject(new Error('not asked for')));
  return said.join('');
};

describe('an assembly that is rehearsed', () => {
  test.each(['--app', '--compare'])(
    'and failed validation is told of, with the rules (%s)',
    async (option) => {
      const app = synthesize();
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
      expect(() => app.synth()).toThrow('AwsSolutions-S10');
      const args = option === '--app' ? [option, directory] : ['--app', directory, option, directory];
      expect(await find(...args)).toContain(
        `Warning: ${option}: failed validation when it was synthesized, got ${directory}; mend this and run cdk synth again:\n` +
          '  AwsSolutions: AwsSolutions-S1, AwsSolutions-S10\n',
      );
    },
  );

  test('and passed validation needs no word', async () => {
    synthesize().synth();
    expect(await find('--app', directory)).toBe('');
  });

  test.each([
    ['no JSON', '{'],
    ['of another shape', '{"pluginReports":{}}'],
  ])('with a report that is %s needs no word either', async (_what, report) => {
    synthesize().synth();
    writeFileSync(join(directory, 'validation-report.json'), report);
    expect(await find('--app', directory)).toBe('');
  });
});

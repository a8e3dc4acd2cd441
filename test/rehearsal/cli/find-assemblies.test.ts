import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { findAssemblies } from '../../../lib/rehearsal/cli/find-assemblies';
import { parseOptions } from '../../../lib/rehearsal/cli/options';
import type { Synthesize } from '../../../lib/rehearsal/cli/synthesize';
import { exampleAssembly } from '../../helpers/example-assembly';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'understudy-assembly-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function synthesize(): App {
  const app = new App({ outdir: directory, builtinCloudFormationValidation: false });
  new Bucket(new Stack(app, 'Shop'), 'Bucket');
  return app;
}

const notAskedFor: Synthesize = () => Promise.reject(new Error('not asked for'));

/** What is said while assemblies are found. */
async function find(args: readonly string[], synthesizeApp: Synthesize = notAskedFor): Promise<string> {
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) > 0 };
  await findAssemblies(parseOptions(args), stderr, synthesizeApp);
  return said.join('');
}

describe('an assembly that is rehearsed', () => {
  test.each(['--app', '--compare'])(
    'and failed validation is told of, with the rules (%s)',
    async (option) => {
      const app = synthesize();
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
      expect(() => app.synth()).toThrow('AwsSolutions-S10');
      const args = option === '--app' ? [option, directory] : ['--app', directory, option, directory];
      expect(await find(args)).toContain(
        `Warning: ${option}: failed validation when it was synthesized, got ${directory}; mend this and run cdk synth again:\n` +
          '  AwsSolutions: AwsSolutions-S1, AwsSolutions-S10\n',
      );
    },
  );

  test('and passed validation needs no word', async () => {
    synthesize().synth();
    expect(await find(['--app', directory])).toBe('');
  });

  test.each([
    ['no JSON', '{'],
    ['of another shape', '{"pluginReports":{}}'],
  ])('with a report that is %s needs no word either', async (_what, report) => {
    synthesize().synth();
    writeFileSync(join(directory, 'validation-report.json'), report);
    expect(await find(['--app', directory])).toBe('');
  });
});

describe('an app', () => {
  /** What is synthesized in a folder with this `cdk.json`. */
  async function synthesized(config: object | undefined, ...args: readonly string[]) {
    if (config !== undefined) {
      writeFileSync(join(directory, 'cdk.json'), JSON.stringify(config));
    }
    const here = process.cwd();
    process.chdir(directory);
    try {
      let asked: unknown[] = [];
      const said = await find(args, async (...given) => {
        asked = given;
        return [];
      });
      return { asked, said };
    } finally {
      process.chdir(here);
    }
  }

  const BOTH = { app: 'x', context: { 'understudy:topologies': ['edge', 'dns'] } };

  test("of one's own is synthesized once, as it is", async () => {
    const { asked, said } = await synthesized({ app: 'node app.js' });
    expect(asked).toEqual([[], undefined]);
    expect(said).toBe('Synthesizing ...\n');
  });

  test.each([
    [[], ['edge', 'dns'], 'Synthesizing edge and dns ...\n'],
    [['--topology', 'dns'], ['dns'], 'Synthesizing dns ...\n'],
    [['--live'], ['edge'], 'Synthesizing edge ...\n'],
  ])(
    'with two topologies in cdk.json is synthesized in each, unless one is asked for: %j',
    async (args, topologies, told) => {
      const { asked, said } = await synthesized(BOTH, ...args);
      expect(asked).toEqual([topologies, undefined]);
      expect(said).toBe(told);
    },
  );

  test('is synthesized in the topology that it is compared with', async () => {
    const { asked } = await synthesized(BOTH, '--compare', await exampleAssembly('dns'));
    expect(asked).toEqual([['dns'], undefined]);
  });

  test('may be named by its command line, once', async () => {
    const { asked } = await synthesized(BOTH, '--app', 'npx tsx bin/mine.ts');
    expect(asked).toEqual([[], 'npx tsx bin/mine.ts']);
  });

  test.each([
    [undefined, [], '--app: is missing, and there is no cdk.json here; run it in the folder of your CDK app'],
    [
      { context: { 'understudy:topologies': ['star'] } },
      [],
      'cdk.json: context "understudy:topologies" must be a list of "edge" and "dns", got ["star"]',
    ],
    [
      {},
      ['--app', 'cdk.out'],
      '--app: no cloud assembly there, got cdk.out; pass a folder that cdk synth wrote, such as cdk.out, or a command line such as "npx tsx bin/app.ts"',
    ],
  ])('is not found with %j and %j', async (config, args, message) => {
    await expect(synthesized(config, ...args)).rejects.toThrow(message);
  });

  test("can't change the topology of an assembly", async () => {
    const args = ['--app', await exampleAssembly('edge'), '--topology', 'dns'];
    await expect(find(args)).rejects.toThrow('--topology: not possible with an assembly as --app');
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CloudAssembly } from '@aws-cdk/cloud-assembly-api';
import { failedValidation } from '../../lib/rehearsal/aws/assembly/failed-validation';
import { APP_CONTEXT } from '../helpers/store-props';

const ROOT = join(__dirname, '../..');

/** Runs the app as the CDK CLI does: context and output folder come in the environment, credentials don't. */
function synthesize(outdir: string, context: Record<string, unknown>, app = 'bin/understudy.ts') {
  return spawnSync(process.execPath, ['--import', 'tsx', app], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...APP_CONTEXT, ...context }),
    },
  });
}

describe('example app', () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'understudy-'));
  });
  afterEach(() => rmSync(outdir, { recursive: true, force: true }));

  test.each<[string, Record<string, unknown>]>([
    ['edge by default', {}],
    ['dns', { topology: 'dns' }],
  ])('synthesizes the topology without credentials: %s', (_topology, context) => {
    const { status, stderr } = synthesize(outdir, context);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(existsSync(join(outdir, 'Understudy.template.json'))).toBe(true);
    // CDK's own validation of templates took part.
    expect(existsSync(join(outdir, 'validation-report.json'))).toBe(true);
    expect(failedValidation(outdir)).toEqual([]);
  });

  test('is not destroyed by a slip of the hand, which would take the records of the shop along', () => {
    synthesize(outdir, {});
    expect(new CloudAssembly(outdir).getStackByName('Understudy').terminationProtection).toBe(true);
  });

  test.each(['cdn', '', 'constructor'])('fails when the topology is %j', (topology) => {
    const { status, stderr } = synthesize(outdir, { topology });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `topology: must be "edge" or "dns", got ${JSON.stringify(topology)}; run cdk synth -c topology=dns\n`,
    });
    expect(existsSync(join(outdir, 'manifest.json'))).toBe(false);
  });

  describe('with a change', () => {
    let changed: string;
    beforeEach(() => {
      // Beside the packages, so that what it imports is found.
      mkdirSync(join(ROOT, '.understudy'), { recursive: true });
      changed = join(mkdtempSync(join(ROOT, '.understudy/app-')), 'app.ts');
    });
    afterEach(() => rmSync(dirname(changed), { recursive: true }));

    const change = (find: string, replacement: string) => {
      const source = readFileSync(join(ROOT, 'bin/understudy.ts'), 'utf8');
      expect(source).toContain(find);
      const imports = source.replaceAll("from './", "from '../../bin/").replace("'../lib'", "'../../lib'");
      writeFileSync(changed, imports.replace(find, replacement));
      return synthesize(outdir, {}, changed);
    };

    test('fails with the mistakes in the props and nothing else', () => {
      const { status, stderr } = change("path: '/checkout'", "path: 'checkout'");
      expect(status).toBe(1);
      expect(stderr).toMatch(
        /^Understudy: 1 mistake in the props\n {2}healthChecks\.endpoints\[1\]\.path: .*\n$/,
      );
    });

    test('fails with a stack trace where something else is wrong', () => {
      const { status, stderr } = change('describeApp(new App());', "throw new TypeError('a slip');");
      expect(status).toBe(1);
      expect(stderr).toMatch(/TypeError: a slip\n {4}at /);
    });
  });
});

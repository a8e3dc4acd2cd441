import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_CONTEXT } from '../helpers/store-props';

const ROOT = join(__dirname, '../..');

/** Runs the app as the CDK CLI does: context and output folder come in the environment, credentials don't. */
function synthesize(outdir: string, context: Record<string, unknown>) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'bin/understudy.ts'], {
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
  });

  test.each(['cdn', '', 'constructor'])('fails when the topology is %j', (topology) => {
    const { status, stderr } = synthesize(outdir, { topology });
    expect(status).toBe(1);
    expect(stderr).toContain(
      `topology: must be "edge" or "dns", got ${JSON.stringify(topology)}; run cdk synth -c topology=dns`,
    );
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudAssembly } from '@aws-cdk/cloud-assembly-api';
import { APP_CONTEXT } from '../helpers/store-props';

describe('the store with every worry', () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'understudy-'));
  });
  afterEach(() => rmSync(outdir, { recursive: true, force: true }));

  test('is an app that can be synthesized as it stands, without credentials', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/every-worry.ts'], {
      cwd: join(__dirname, '../..'),
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        CDK_OUTDIR: outdir,
        CDK_CONTEXT_JSON: JSON.stringify(APP_CONTEXT),
      },
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(new CloudAssembly(outdir).getStackByName('Understudy').terminationProtection).toBe(true);
  });
});

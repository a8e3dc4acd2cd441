import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAIN } from '../package/helpers/shop-app';
import { compare, run, timeMs } from './measure';

const ROOT = join(__dirname, '..', '..');

/** The resources of a template as they are, without constructs: what CDK itself costs. */
const BARE = `
const { App, CfnResource, Stack } = require('aws-cdk-lib');
const { readFileSync } = require('node:fs');
const app = new App({ outdir: process.argv[3] });
const stack = new Stack(app, 'Shop', { env: { region: 'us-east-1' } });
const { Resources } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const [id, { Type: type, Properties: properties, DeletionPolicy, DependsOn }] of Object.entries(Resources)) {
  const resource = new CfnResource(stack, id, { type, properties });
  if (DeletionPolicy) resource.addOverride('DeletionPolicy', DeletionPolicy);
  if (DependsOn) resource.addOverride('DependsOn', DependsOn);
}
app.synth();
`;

/** Synth of an app that uses the package beside one that makes the same resources bare, in turns, both in plain Node.js. */
export function benchPackageSynth(runs: number): ReturnType<typeof compare> {
  run('npm', ['run', '--silent', 'build']);
  // Within this repository, so that `understudy` is found: a package finds itself by its name.
  mkdirSync(join(ROOT, '.understudy'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.understudy', 'bench-'));
  const at = (name: string) => join(folder, name);
  writeFileSync(at('package.js'), PLAIN);
  writeFileSync(at('bare.js'), BARE);
  const usePackage = () => timeMs(process.execPath, [at('package.js'), 'edge', at('out.package')]);
  try {
    usePackage();
    return compare(runs, usePackage, () =>
      timeMs(process.execPath, [at('bare.js'), at('out.package/Shop.template.json'), at('out.bare')]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

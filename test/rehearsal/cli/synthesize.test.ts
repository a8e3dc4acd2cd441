import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { App, Stack } from 'aws-cdk-lib';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { readAssembly } from '../../../lib/rehearsal/aws/assembly/assembly';
import { missesNothing } from '../../../lib/rehearsal/cli/misses-nothing';

const SYNTHESIZE = require.resolve('../../../lib/rehearsal/cli/synthesize');

/** An app in two files, which notes each run of its own: process, how often this file has run in it, and topology. */
const APP = `
const { appendFileSync } = require('node:fs');
const { App, Stack } = require(${JSON.stringify(require.resolve('aws-cdk-lib'))});
const state = require('./state.js');
state.runs += 1;
const app = new App({ builtinCloudFormationValidation: false });
const topology = app.node.tryGetContext('topology');
appendFileSync('runs', process.pid + ' ' + state.runs + ' ' + topology + ' ' + app.node.tryGetContext('shop') + '\\n');
if (topology === process.env.FAILS) throw new Error(topology + ' has no store');
new Stack(app, 'Shop-' + topology);
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-synth-'));
  writeFileSync(join(folder, 'app.js'), APP);
  writeFileSync(join(folder, 'state.js'), 'exports.runs = 0;');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Both topologies of the app, in a process whose folder is the app's. @returns what it prints: folders, or an error */
async function synthesizeBoth(app: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ app, context: { shop: 'open' } }));
  const program = `require(${JSON.stringify(SYNTHESIZE)}).synthesize(['edge', 'dns'])
    .then((folders) => console.log(folders.join(' ')), (error) => console.log(error.message))`;
  const args = ['--require', require.resolve('tsx/cjs'), '-e', program];
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } });
  const [out] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return out.trim();
}

/** Of each run that it noted. */
const runs = () =>
  readFileSync(join(folder, 'runs'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

const stacksIn = (assembly: string) => readAssembly(join(folder, assembly)).map(({ name }) => name);

describe('an app, synthesized for both topologies', () => {
  test('runs in one process that loads its own files again, with the context of its cdk.json', async () => {
    expect(await synthesizeBoth('node app.js')).toBe('cdk.out.edge cdk.out.dns');
    expect(runs().map(([, ...others]) => others)).toEqual([
      ['1', 'edge', 'open'],
      ['1', 'dns', 'open'],
    ]);
    expect(new Set(runs().map(([process]) => process)).size).toBe(1);
    expect(stacksIn('cdk.out.edge')).toEqual(['Shop-edge']);
    expect(stacksIn('cdk.out.dns')).toEqual(['Shop-dns']);
  });

  test('runs by its own command, each in a process of its own, where that is more than a program', async () => {
    expect(await synthesizeBoth('node ./app.js anything')).toBe('cdk.out.edge cdk.out.dns');
    expect(new Set(runs().map(([process]) => process)).size).toBe(2);
    expect(stacksIn('cdk.out.dns')).toEqual(['Shop-dns']);
  });

  test.each(['edge', 'dns'])('fails with what the CLI says of the topology that fails: %s', async (FAILS) => {
    const said = await synthesizeBoth('node app.js', { FAILS });
    expect(said).toContain(`cdk synth failed for topology ${FAILS}:`);
    expect(said).toContain(`${FAILS} has no store`);
  });
});

describe('an assembly', () => {
  const synthesized = (describeStack: (stack: Stack) => void): string => {
    const app = new App({ outdir: join(folder, 'out'), builtinCloudFormationValidation: false });
    describeStack(new Stack(app, 'Shop', { env: { account: '123456789012', region: 'us-east-1' } }));
    return app.synth().directory;
  };

  test('that asks for no context is whole', () => {
    expect(missesNothing(synthesized(() => undefined))).toBe(true);
  });

  test('that asks for a hosted zone is not, since only the CLI looks one up', () => {
    const zone = (stack: Stack) => HostedZone.fromLookup(stack, 'Zone', { domainName: 'example.com' });
    expect(missesNothing(synthesized((stack) => void zone(stack)))).toBe(false);
  });

  test('that is not there is not either', () => {
    expect(missesNothing(join(folder, 'nowhere'))).toBe(false);
  });
});

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readAssembly } from '../../../lib/rehearsal/aws/assembly/assembly';
import { exampleAssembly } from '../../helpers/example-assembly';
import { type EditedAssembly, editedAssembly } from '../helpers/edited-assembly';

const ROOT = join(__dirname, '../../..');
const SECRET = 'planted-in-the-environment';
/** What a developer's shell or a pipeline may hold. */
const PLANTED = {
  AWS_ACCESS_KEY_ID: SECRET,
  AWS_SECRET_ACCESS_KEY: SECRET,
  AWS_SESSION_TOKEN: SECRET,
  GITHUB_TOKEN: SECRET,
  NODE_OPTIONS: `--title=${SECRET}`,
  SOMETHING_ELSE: SECRET,
};

/** Tells everything that it can find out about the environment of its process, by every way there is. */
const ECHO = `
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { argv, execArgv, title, env } = globalThis.process;
const seen = JSON.stringify({
  given: process.env,
  global: env,
  module: require('node:process').env,
  child: execFileSync('env', { encoding: 'utf8' }),
  proc: process.platform === 'linux' ? readFileSync('/proc/self/environ', 'utf8') : '',
  arguments: [...argv, ...execArgv, title],
});
exports.handler = async () => {
  throw new Error('ECHO ' + seen);
};
`;

/** The command, in a process as a person starts it. */
const start = (args: readonly string[], options: SpawnOptions = {}): ChildProcess =>
  spawn(
    process.execPath,
    ['--require', require.resolve('tsx/cjs'), join(ROOT, 'bin/cli.ts'), 'rehearse', ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    },
  );

async function run(args: readonly string[], options: SpawnOptions = {}) {
  const command = start(args, options);
  const { stdout, stderr } = command;
  if (stdout === null || stderr === null) {
    throw new Error('there is no output');
  }
  const [out, err, [code]] = await Promise.all([text(stdout), text(stderr), once(command, 'exit')]);
  return { code, out, err };
}

/** The example, whose function that tells people does nothing but {@link ECHO}. */
async function echoingAssembly(): Promise<EditedAssembly> {
  let key = '';
  const assembly = await editedAssembly('edge', (resources) => {
    for (const { Type, Properties } of Object.values(resources)) {
      if (Type === 'AWS::Lambda::Function' && Properties['Runtime'].startsWith('nodejs')) {
        key = Properties['Code']['S3Key'];
      }
    }
  });
  const [stack] = readAssembly(assembly.directory);
  writeFileSync(join(stack?.assetPaths.get(key) ?? '', 'index.js'), ECHO);
  return assembly;
}

describe('understudy rehearse, as a process', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-launch-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ['one process', ['origin-refuses']],
    ['several processes', ['origin-refuses', 'hangs', 'black-hole', '503-storm', 'slow']],
  ])('shows functions nothing of its environment, with %s', async (_, scenarios) => {
    const assembly = await echoingAssembly();
    try {
      const args = scenarios.flatMap((scenario) => ['--scenario', scenario]);
      const env = { ...process.env, ...PLANTED };
      const { err } = await run(['--app', assembly.directory, '--out', folder, ...args], { env });
      expect(err).toContain('Wrote report.html');
      const report = readFileSync(join(folder, 'report.json'), 'utf8');
      expect(report.match(/ECHO/g)?.length).toBeGreaterThanOrEqual(scenarios.length);
      // It does see its process: the path of programs, by every way but the one that is its own environment.
      expect(report.match(/PATH/g)?.length).toBeGreaterThanOrEqual(3 * scenarios.length);
      expect(report).not.toContain(SECRET);
    } finally {
      assembly.remove();
    }
  });

  test('synthesizes the app of its folder with the whole environment, and plays it', async () => {
    const app =
      'require("node:fs").cpSync(process.env.MY_ASSEMBLY, process.env.CDK_OUTDIR, { recursive: true })';
    writeFileSync(join(folder, 'app.js'), app);
    writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ app: 'node app.js' }));
    const env = { ...process.env, MY_ASSEMBLY: await exampleAssembly('edge') };
    const args = ['--topology', 'edge', '--scenario', 'origin-refuses'];
    const { code, out, err } = await run(args, { cwd: folder, env });
    expect(err).toContain('Synthesizing edge ...');
    expect(out).toContain('PASSED: 1 rehearsal held');
    expect(code).toBe(0);
  });

  test('synthesizes the app of a command line, once, whatever topologies this folder has', async () => {
    const app =
      'require("node:fs").cpSync(process.env.MY_ASSEMBLY, process.env.CDK_OUTDIR, { recursive: true })';
    writeFileSync(join(folder, 'mine.js'), app);
    const context = { 'understudy:topologies': ['edge', 'dns'] };
    writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ app: 'node none.js', context }));
    const env = { ...process.env, MY_ASSEMBLY: await exampleAssembly('dns') };
    const args = ['--app', 'node mine.js', '--scenario', 'origin-refuses'];
    const { code, out, err } = await run(args, { cwd: folder, env });
    expect(err).toContain('Synthesizing ...');
    expect(out).toContain('PASSED: 1 rehearsal held');
    expect(code).toBe(0);
  });

  test('ends with 2 and what the CLI said when the app fails', async () => {
    writeFileSync(join(folder, 'app.js'), 'throw new Error(process.env.MY_TEXT)');
    writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ app: 'node app.js' }));
    const env = { ...process.env, MY_TEXT: 'the app has no store' };
    const { code, out, err } = await run(['--topology', 'dns'], { cwd: folder, env });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('cdk synth failed for topology dns:');
    expect(err).toContain('the app has no store');
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)('leaves no process behind after %s', async (signal) => {
    const ports = ['--port', '0', '--control-port', '0'];
    const command = start(['--live', '--app', await exampleAssembly('edge'), ...ports]);
    const out = command.stdout;
    if (out === null) {
      throw new Error('there is no output');
    }
    let said = '';
    for await (const chunk of out.iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      if (said.includes('Control:')) {
        break;
      }
    }
    command.kill(signal);
    // Every process of the rehearsal holds its output open.
    out.resume();
    await once(out, 'end');
    expect(said).toContain('Shop:    http://127.0.0.1:');
  });
});

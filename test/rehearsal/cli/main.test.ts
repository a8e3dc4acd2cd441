import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { ERROR_RESULT } from '../../../lib/operator/cli/results';
import { main } from '../../../lib/rehearsal/cli/main';
import type { Terminal } from '../../../lib/rehearsal/cli/terminal';
import { REPORT } from '../../../lib/rehearsal/report/report-schema';
import { chooseScenarios } from '../../../lib/rehearsal/scenario/choose-scenarios';
import { builtInScenarios } from '../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../helpers/example-assembly';
import { editedAssembly } from '../helpers/edited-assembly';

/** Runs the command with its output in a pipe. */
async function run(...args: readonly string[]) {
  return runWith(main, args);
}

/** @param stream what standard output is, such as a terminal. @default - a pipe */
async function runWith(
  command: typeof main,
  args: readonly string[],
  stream: Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>> = {},
) {
  const stdout = Object.assign(new PassThrough(), stream);
  const stderr = new PassThrough();
  const terminal = { stdout, stderr, stdin: new PassThrough() } as unknown as Terminal;
  const code = await command(args, terminal);
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

const slowDns = () =>
  editedAssembly('dns', (resources) => {
    for (const { Type, Properties } of Object.values(resources)) {
      if (Type === 'AWS::Route53::RecordSet' && Properties['Failover'] === 'PRIMARY') {
        Properties['TTL'] = '300';
      }
    }
  });

describe('npm run rehearse', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'understudy-cli-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  test('ends with 0 when everything held, and tells the story of the one scenario', async () => {
    const { code, out } = await run('--app', await exampleAssembly('edge'), '--scenario', 'origin-refuses');
    expect(code).toBe(0);
    expect(out).toContain('FAULT: the origin refuses connections');
    expect(out).toContain('INVESTIGATING shop.example.com');
    expect(out).toMatch(
      /PASSED: 1 rehearsal held; \d+ hurt [\s\S]+ with known gaps, [\s\S]+\sbudgets\sat\srisk\n$/,
    );
  });

  test.each([
    ['no colours into a file or a pipe', {}, false],
    ['colours on a terminal', { isTTY: true }, true],
  ])('writes %s, wherever it runs', async (_, stream, colours) => {
    // GitHub sets CI, other runners FORCE_COLOR; either makes picocolors, once loaded, answer "colours".
    const before = { ...process.env };
    Object.assign(process.env, { CI: 'true', FORCE_COLOR: '1' });
    try {
      await jest.isolateModulesAsync(async () => {
        const { main: fresh } = jest.requireActual('../../../lib/rehearsal/cli/main');
        const args = ['--app', await exampleAssembly('edge'), '--scenario', '15-second-blip'];
        const { out } = await runWith(fresh, args, stream);
        expect(out).toContain('PASSED');
        expect(out.includes('\u001b')).toBe(colours);
      });
    } finally {
      process.env = before;
    }
  });

  test.each([
    ['narrow', { columns: 60 }, 60],
    ['ordinary', { columns: 80 }, 80],
    ['wide', { columns: 200 }, 160],
    ['unknown', {}, 100],
  ])('fills the lines of a terminal whose width is %s', async (_, stream, width) => {
    const args = ['--app', await exampleAssembly('edge'), '--scenario', 'origin-refuses'];
    const { out } = await runWith(main, args, stream);
    // An address stays in one piece.
    const lengths = out.split('\n').flatMap((line) => (line.includes('://') ? [] : [line.length]));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(width);
    expect(Math.max(...lengths)).toBeGreaterThan(width - 5);
  });

  test('tells in full what was modelled, ignored and unsupported when asked to', async () => {
    const args = ['--app', await exampleAssembly('edge'), '--scenario', '15-second-blip'];
    const { out } = await run(...args, '--verbose');
    expect(out).toMatch(/^ {2}modelled Understudy\/.+ properties$/m);
    expect(out).toMatch(/^ {4}ignored \S+: /m);
    expect(out).toMatch(/^ {2}aside Understudy\//m);
    expect((await run(...args)).out).not.toMatch(/^ {4}ignored /m);
  });

  test('gives programs the report as JSON, and people the words beside it', async () => {
    const args = ['--app', await exampleAssembly('edge'), '--scenario', '15-second-blip', '--json'];
    const { code, out, err } = await run(...args);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: 1, command: 'rehearse' });
    expect(REPORT.parse(JSON.parse(out)).passed).toBe(true);
    expect(err).toContain('PASSED');
  });

  test('tells programs why there is no report', async () => {
    const { out, err } = await run('--app', '/nowhere', '--json');
    const { error } = ERROR_RESULT.parse(JSON.parse(out));
    expect(err).toBe(`${error?.message}\n`);
    expect(error?.exitCode).toBe(2);
  });

  test('plays another rehearsal with another seed', async () => {
    const args = ['--app', await exampleAssembly('edge'), '--scenario', '15-second-blip'];
    const [one, same, other] = [
      await run(...args),
      await run(...args, '--seed', '1'),
      await run(...args, '--seed', '2'),
    ];
    expect(same.out).toBe(one.out);
    expect(other.out).not.toBe(one.out);
  });

  test('ends with 2, not as for a missed budget, when something unforeseen happens', async () => {
    const broken = {
      write: () => {
        throw new Error('no space left');
      },
    };
    const stderr = new PassThrough();
    const terminal = { stdout: broken, stderr, stdin: new PassThrough() } as unknown as Terminal;
    expect(await main(['--list'], terminal)).toBe(2);
    expect(String(stderr.read())).toMatch(/^The rehearsal itself failed: Error: no space left\n +at /);
  });

  test('ends with 1 when a budget is missed', async () => {
    const edited = await slowDns();
    try {
      const { code, out } = await run('--app', edited.directory, '--scenario', 'origin refuses');
      expect(code).toBe(1);
      expect(out).toContain('MISS origin refuses, dns: every resolver has switched');
      expect(out).toMatch(/FAILED: 1 of 1 rehearsal; missed: every resolver has switched[^\n]*\n$/);
    } finally {
      edited.remove();
    }
  });

  test.each([
    [['--app', '/nowhere'], '--app: no cloud assembly there, got /nowhere'],
    [['--scenario', 'flood'], 'scenario: there is none of this name, got "flood"'],
    [['--scenario', './flood.yaml'], "scenario: its file can't be read, got ./flood.yaml"],
    [['--compare', '/nowhere'], '--compare: no cloud assembly there, got /nowhere'],
    [['--out'], "option '--out <folder>' argument missing; see npx understudy rehearse --help"],
    [
      ['--sped'],
      "unknown option '--sped'; did you mean one of --seed, --speed? Or see npx understudy rehearse --help",
    ],
    [['--out', __filename], `--out: must be a folder to write into, got ${__filename}; name another`],
  ])('ends with 2 and says why: %j', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('refuses a scenario file by its line before anything is synthesized', async () => {
    const file = join(directory, 'mine.yaml');
    writeFileSync(file, 'name: mine\nhypothesis: it holds\nlikelyhood: 3\n');
    const { code, err } = await run('--scenario', file);
    expect(code).toBe(2);
    expect(err).toContain(`${file}:3: `);
    expect(err).not.toContain('Synthesizing');
  });

  test('refuses a scenario that makes no sense for the topology', async () => {
    const { code, err } = await run('--app', await exampleAssembly('dns'), '--scenario', 'origin DNS fails');
    expect(code).toBe(2);
    expect(err).toContain('--scenario: none makes sense for this topology, got origin DNS fails');
  });

  test('tells the story of what failed first, where several are played', async () => {
    const edited = await slowDns();
    try {
      const scenarios = [
        '--scenario',
        '15-second-blip',
        '--scenario',
        'hangs',
        '--scenario',
        'origin refuses',
      ];
      const { code, out } = await run('--app', edited.directory, ...scenarios);
      expect([code, out.match(/^.+, topology dns/gm)]).toEqual([1, ['hangs, topology dns']]);
    } finally {
      edited.remove();
    }
  });

  test('writes the report in every form', async () => {
    const args = ['--app', await exampleAssembly('dns'), '--scenario', '15-second-blip', '--out', directory];
    const { err } = await run(...args);
    expect(err).toContain('Wrote report.html, report.json, report.junit.xml, report.md, report.schema.json');
    expect(readdirSync(directory)).toEqual(
      expect.arrayContaining([
        'report.html',
        'report.json',
        'report.junit.xml',
        'report.md',
        'report.schema.json',
      ]),
    );
    const report = REPORT.parse(JSON.parse(readFileSync(join(directory, 'report.json'), 'utf8')));
    expect(report.scenarios.map(({ name }) => name)).toEqual(['15-second blip']);
  });

  test('compares with another assembly', async () => {
    const edited = await slowDns();
    try {
      const own = await exampleAssembly('dns');
      const args = ['--app', own, '--compare', edited.directory, '--scenario', 'origin refuses'];
      const { code, out } = await run(...args, '--out', directory);
      expect(code).toBe(0);
      expect(out).toContain('origin refuses, dns: failed there, passed here');
      expect(out).toMatch(/every resolver has switched +\d+\.\d s +\d+\.\d s +-\d+\.\d s, better/);
      const written = (file: string) => readFileSync(join(directory, file), 'utf8');
      const { comparison } = REPORT.parse(JSON.parse(written('report.json')));
      expect(comparison?.scenarios).toMatchObject([{ name: 'origin refuses', other: false, own: true }]);
      expect(written('report.md')).toContain('| **origin refuses, dns** | failed there, passed here |');
      expect(written('report.html')).toContain('<h2>Compared with the other stack</h2>');
    } finally {
      edited.remove();
    }
  });

  test('tells what this side misses, and of another topology, where it compares', async () => {
    const edited = await slowDns();
    try {
      const other = await exampleAssembly('edge');
      const args = ['--app', edited.directory, '--compare', other, '--scenario', 'origin refuses'];
      const { code, out } = await run(...args);
      expect(code).toBe(1);
      expect(out).toContain('The topologies differ: edge there, dns here.');
      expect(out).toContain('MISS origin refuses, dns: every resolver has switched');
    } finally {
      edited.remove();
    }
  });

  test('lists the built-in scenarios with what they are about', async () => {
    const { code, out } = await run('--list');
    expect(code).toBe(0);
    expect(out).toContain('origin-refuses\n    After a crash');
    expect(out).toContain('risk 20: likelihood 4 of 5, impact 5 of 5, platform team, edge and dns');
  });

  test('lists them under names that it takes', async () => {
    const { out } = await run('--list');
    const names = out.split('\n').filter((line) => /^\S/.test(line));
    expect(chooseScenarios(names).map(({ name }) => name)).toEqual(
      builtInScenarios().map(({ name }) => name),
    );
  });

  test('writes the schema of scenario files', async () => {
    const { code, out } = await run('--schema');
    expect([code, Object.keys(JSON.parse(out).properties)]).toEqual([0, expect.arrayContaining(['faults'])]);
  });
});

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const TSX = require.resolve('tsx/cli');

function run(program: string, ...args: readonly string[]) {
  const ended = spawnSync(process.execPath, [TSX, program, ...args], { cwd: ROOT, encoding: 'utf8' });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

describe.each([
  ['bench', 'test/bench/bench.ts'],
  ['bench:peers', 'test/bench/peers.ts'],
])('npm run %s', (name, program) => {
  test('shows its help and measures nothing', () => {
    expect(run(program, '--help')).toEqual({
      code: 0,
      out: expect.stringContaining(`Usage: npm run ${name} -- [options]`),
      err: '',
    });
  });

  test.each([
    [['--jsn'], "Unknown option '--jsn'"],
    [['edge'], "Unexpected argument 'edge'"],
  ])('fails on %j before anything is measured', (args, message) => {
    const { code, out, err } = run(program, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toMatch(/see --help\n$/);
  });
});

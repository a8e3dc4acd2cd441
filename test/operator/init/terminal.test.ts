import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(__dirname, '../../../bin/cli.ts');
const TSX = require.resolve('tsx/cjs');
const hasTerminals = spawnSync('script', ['--version']).status === 0;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'understudy-terminal-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Runs init at a terminal of 80 columns, and answers each text as it appears. */
function atTerminal(answers: readonly (readonly [text: string, answer: string])[]) {
  const line = `stty cols 80; exec '${process.execPath}' --require '${TSX}' '${COMMAND}' init`;
  const child: ChildProcessWithoutNullStreams = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: directory,
  });
  const left = [...answers];
  let [said, from] = ['', 0];
  child.stdout.on('data', (data: Buffer) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what moves the cursor and colours text
    said = (said + data.toString()).replace(/\u001b\[[\d;?]*[A-Za-z]/g, '');
    const [next] = left;
    if (next === undefined || !said.slice(from).includes(next[0])) {
      return;
    }
    from = said.length;
    left.shift();
    // A prompt is drawn a moment before it listens.
    setTimeout(() => child.stdin.write(next[1]), 150);
  });
  return new Promise<{ readonly code: number | null; readonly said: string }>((resolve) => {
    child.on('exit', (code) => resolve({ code, said }));
  });
}

const CTRL_C = '\u0003';

(hasTerminals ? describe : describe.skip)('init at a terminal', () => {
  test('leaves nothing behind after Ctrl-C', async () => {
    const { code, said } = await atTerminal([
      ['a month?', 'n'],
      ['do shoppers type?', CTRL_C],
    ]);
    expect(said).toContain('Nothing was written.');
    expect([code, readdirSync(directory)]).toEqual([2, []]);
  });
});

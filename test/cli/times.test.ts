import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { readTime } from '../../lib/cli/times';

const NOON = Date.parse('2025-03-01T12:00:00Z');

/** What a clock time is in a time zone, as a process that runs there reads it. */
function readIn(timeZone: string, text: string, now: string): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { readTime } from './times';
        console.log(new Date(readTime('--to', ${JSON.stringify(text)}, Date.parse('${now}'))).toISOString());`,
      resolveDir: 'lib/cli',
    },
    bundle: true,
    write: false,
    platform: 'node',
  });
  const env = { ...process.env, TZ: timeZone };
  return execFileSync(process.execPath, ['-e', outputFiles[0]?.text ?? ''], { env, encoding: 'utf8' }).trim();
}

describe('time on the command line', () => {
  test.each([
    ['now', NOON],
    ['+45m', NOON + 45 * 60_000],
    ['+2h', NOON + 2 * 60 * 60_000],
    ['2025-03-01T14:30Z', Date.parse('2025-03-01T14:30:00Z')],
    ['2025-03-01T14:30:20+01:00', Date.parse('2025-03-01T13:30:20Z')],
  ])('%s is what it says', (text, epochMs) => {
    expect(readTime('--to', text, NOON)).toBe(epochMs);
  });

  test.each([
    ['later today', '14:30', '2026-03-20T12:00:00Z', '2026-03-20T13:30:00.000Z'],
    ['tomorrow, when it is past', '14:30', '2026-03-20T13:30:00Z', '2026-03-21T13:30:00.000Z'],
    ['tomorrow, on the eve of summer time', '14:30', '2026-03-28T14:00:00Z', '2026-03-29T12:30:00.000Z'],
    ['tomorrow, on the eve of winter time', '14:30', '2026-10-24T14:00:00Z', '2026-10-25T13:30:00.000Z'],
  ])('of day is %s', (_, text, now, instant) => {
    expect(readIn('Europe/Warsaw', text, now)).toBe(instant);
  });

  test.each([['soon'], ['24:00'], ['9:60'], ['+1d'], ['2025-03-01'], ['']])('fails when it is %j', (text) => {
    expect(() => readTime('--to', text, NOON)).toThrow(`--to: must be a time, got ${JSON.stringify(text)}`);
  });
});

import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { readTime } from '../../../lib/operator/cli/times';

const NOON = Date.parse('2025-03-01T12:00:00Z');

/** What a clock time is in a time zone, as a process that runs there reads it. */
function readIn(timeZone: string, text: string, now: string): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { readTime } from './times';
        console.log(new Date(readTime('--to', ${JSON.stringify(text)}, Date.parse('${now}'))).toISOString());`,
      resolveDir: 'lib/operator/cli',
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
    ['tonight, the second one of the night', '02:30', '2026-10-25T00:40:00Z', '2026-10-25T01:30:00.000Z'],
    [
      'tonight, the first one while it is to come',
      '02:30',
      '2026-10-24T23:40:00Z',
      '2026-10-25T00:30:00.000Z',
    ],
    ['tomorrow, when both are past', '02:30', '2026-10-25T01:30:00Z', '2026-10-26T01:30:00.000Z'],
  ])('of day is %s', (_, text, now, instant) => {
    expect(readIn('Europe/Warsaw', text, now)).toBe(instant);
  });

  test('counts from the beginning of what ends then', () => {
    const startMs = NOON + 10 * 60 * 60_000;
    expect(readTime('--to', '+2h', NOON, startMs)).toBe(startMs + 2 * 60 * 60_000);
  });

  test('of day is the next one after the beginning of what ends then', () => {
    const startMs = NOON + 10 * 60 * 60_000;
    const clock = new Date(startMs - 60_000).toTimeString().slice(0, 5);
    expect(readTime('--to', clock, NOON, startMs)).toBe(startMs - 60_000 + 24 * 60 * 60_000);
  });

  test.each([
    ['2025-02-28T10:00Z', true],
    ['2025-02-29T10:00Z', false],
    ['2024-02-29T10:00Z', true],
    ['2025-02-30T10:00Z', false],
    ['2025-04-31T10:00Z', false],
    ['2025-13-01T10:00Z', false],
  ])('takes only days that the calendar has: %s', (text, exists) => {
    const read = () => readTime('--to', text, NOON);
    if (exists) {
      expect(read()).toBe(Date.parse(text));
    } else {
      expect(read).toThrow(`--to: must be a time, got "${text}"`);
    }
  });

  test.each([['soon'], ['24:00'], ['9:60'], ['+1d'], ['2025-03-01'], ['']])('fails when it is %j', (text) => {
    expect(() => readTime('--to', text, NOON)).toThrow(`--to: must be a time, got ${JSON.stringify(text)}`);
  });
});

import { PassThrough } from 'node:stream';
import { EventLog } from '../../../lib/rehearsal/kernel/event-log';
import { liveConsole } from '../../../lib/rehearsal/live/live-console';
import { Shutdown } from '../../../lib/rehearsal/live/shutdown';
import type { LiveRehearsal } from '../../../lib/rehearsal/live/start-live';

const NOW_MS = Date.UTC(2026, 10, 27, 9, 6, 24);

let end: Shutdown;
let pressed: string[];
let live: LiveRehearsal;
let input: PassThrough & { setRawMode?: (raw: boolean) => void };
let output: PassThrough;

beforeEach(() => {
  end = new Shutdown();
  pressed = [];
  input = new PassThrough();
  output = new PassThrough();
  live = {
    shopUrl: 'http://127.0.0.1:8080/',
    controlUrl: 'http://127.0.0.1:8081/',
    store: {
      running: true,
      kill: async () => void pressed.push('kill'),
      restart: async () => void pressed.push('restart'),
    },
    log: new EventLog(() => NOW_MS),
    ended: end.reached,
    close: () => end.reach(),
  };
});

const written = (): string => String(output.read() ?? '');

describe('live console', () => {
  test('begins with the addresses and the keys', async () => {
    input.end('q');
    await liveConsole(live, { input, output });
    expect(written()).toBe(
      'Shop:    http://127.0.0.1:8080/\nControl: http://127.0.0.1:8081/\n' +
        'Keys: k kill the store   r restart it   q quit\n\n',
    );
  });

  test.each([
    ['k then q', 'kq', ['kill']],
    ['k, r and q on lines of their own', 'k\nr\nq\n', ['kill', 'restart']],
    ['other keys', 'xyz q', []],
    ['Ctrl+C', 'r\u0003k', ['restart']],
  ])('obeys %s', async (_title, keys, expected) => {
    input.write(keys);
    await liveConsole(live, { input, output });
    expect(pressed).toEqual(expected);
  });

  test('prints events as they happen, and leaves out what comes by the hundred', async () => {
    const done = liveConsole(live, { input, output });
    written();
    live.log.record({ kind: 'fault', phase: 'starts', text: 'the store is killed' });
    live.log.record({ kind: 'probe-failed', healthCheck: 'home', because: 'refused' });
    live.log.record({
      kind: 'shopper',
      outcome: 'emergency page',
      url: 'GET /',
      waitMs: 5,
      because: 'status 503',
    });
    input.write('q');
    await done;
    expect(written().split('\n')).toEqual([
      '09:06:24 UTC  FAULT: the store is killed',
      '09:06:24 UTC  Your browser: GET /: emergency page (status 503)',
      '',
    ]);
  });

  test('reads single keys of a terminal and gives it back as it was', async () => {
    const modes: boolean[] = [];
    input.setRawMode = (raw) => void modes.push(raw);
    input.write('q');
    await liveConsole(live, { input, output });
    expect(modes).toEqual([true, false]);
  });

  test('ends when the rehearsal is closed', async () => {
    const done = liveConsole(live, { input, output });
    await live.close();
    await done;
    input.write('k');
    expect(pressed).toEqual([]);
  });

  test('fails when a part of the world has failed', async () => {
    const done = liveConsole(live, { input, output });
    end.fail(new Error('no such function'));
    await expect(done).rejects.toThrow('no such function');
  });
});

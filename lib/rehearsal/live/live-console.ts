import { on } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { liveLine } from './live-line';
import type { LiveRehearsal } from './start-live';
import { formatWorldTime } from './world-time';

/** Where a live rehearsal is shown and steered. */
export interface LiveConsoleOptions {
  /** Keys are read one by one from a terminal, else line by line. */
  readonly input: Readable & { setRawMode?(raw: boolean): unknown };
  readonly output: Writable;
}

const HELP = 'Keys: k kill the store   r restart it   q quit\n';
const CTRL_C = '\u0003';

/**
 * Shows a live rehearsal in a terminal and obeys its keys, until it is quit or has failed. Closing the rehearsal is
 * up to the caller.
 * @throws whatever made a part of the world fail
 */
export async function liveConsole(live: LiveRehearsal, { input, output }: LiveConsoleOptions): Promise<void> {
  const say = (text: string) => output.write(`${text}\n`);
  say(`Shop:    ${live.shopUrl}\nControl: ${live.controlUrl}\n${HELP}`);
  live.log.subscribe((event) => {
    const text = liveLine(event);
    if (text !== undefined) {
      say(`${formatWorldTime(event.atMs)}  ${text}`);
    }
  });
  const stop = new AbortController();
  input.setRawMode?.(true);
  try {
    await Promise.race([live.ended, obeyKeys(live, input, stop.signal)]);
  } finally {
    stop.abort();
    input.setRawMode?.(false);
    input.pause();
  }
}

/** Until somebody quits. Input that ends by itself quits nothing: there may never have been a terminal. */
async function obeyKeys(live: LiveRehearsal, input: Readable, signal: AbortSignal): Promise<void> {
  for await (const [chunk] of on(input, 'data', { signal })) {
    for (const key of String(chunk)) {
      if (key === 'k') {
        await live.store.kill();
      }
      if (key === 'r') {
        await live.store.restart();
      }
      if (key === 'q' || key === CTRL_C) {
        return;
      }
    }
  }
}

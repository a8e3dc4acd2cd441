import type { EventLog, TimedEvent } from '../../../../lib/rehearsal/kernel/event-log';
import { startLive } from '../../../../lib/rehearsal/live/start-live';
import { START_MS } from '../../../../lib/rehearsal/play/staged-world';
import { announces, type Play, PlayShopper } from './play';
import { visit } from './visit';

/** How an outage is played live. */
export interface LivePlayOptions {
  readonly assembly: string;
  readonly speed: number;
  readonly seed: number;
  /** How long the store stays down at least. */
  readonly downMs: number;
  /** How long each thing that has to happen is waited for, of the rehearsal's time. */
  readonly patienceMs: number;
}

/** Kills the store's process, waits, starts it again, and stays until on-call knows that it is over. */
export async function playLive({ downMs, patienceMs, ...options }: LivePlayOptions): Promise<Play> {
  const live = await startLive({ ...options, opensMs: START_MS });
  const { log, store, shopUrl } = live;
  const next = (fits: (event: TimedEvent) => boolean) => nextEvent(log, fits, patienceMs);
  try {
    const shopper = new PlayShopper(({ path, ...rest }) => visit(new URL(path, shopUrl).href, rest));
    const before = await shopper.gets();
    // The status updates are written right after each whole minute, which is when a played outage begins too.
    await next(({ kind }) => kind === 'function');
    const told = next(announces('INVESTIGATING'));
    await store.kill();
    const failsMs = lastFaultMs(log);
    await told;
    const during = await shopper.gets();
    await next(({ atMs }) => atMs >= failsMs + downMs);
    const toldOver = next(announces('MONITORING'));
    await store.restart();
    const repairedMs = lastFaultMs(log);
    await toldOver;
    const got = { before, during, after: await shopper.gets() };
    const events = log.events.filter(({ atMs }) => atMs >= failsMs);
    return { events, failsMs, repairedMs, got };
  } finally {
    await live.close();
  }
}

/** Waits for something to be written into the log, until the log has come so far that it is too late. */
function nextEvent(
  log: EventLog,
  fits: (event: TimedEvent) => boolean,
  patienceMs: number,
): Promise<TimedEvent> {
  const sinceMs = log.events.at(-1)?.atMs ?? 0;
  return new Promise((resolve, reject) => {
    log.subscribe((event) => {
      if (fits(event)) {
        resolve(event);
      } else if (event.atMs > sinceMs + patienceMs) {
        reject(new Error(`did not come in ${patienceMs} ms: ${fits}`));
      }
    });
  });
}

const lastFaultMs = ({ events }: EventLog): number =>
  events.findLast(({ kind }) => kind === 'fault')?.atMs ?? Number.NaN;

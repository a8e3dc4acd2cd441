import { wallNowMs } from '../../../lambda/shared/contract/wall-clock';
import { MINUTE_MS } from '../kernel/clock/units';
import { WarmedClock } from '../kernel/clock/warmed-clock';
import type { EventLog } from '../kernel/event-log';
import type { PreparedAssembly } from '../play/world/prepared-assembly';
import { buildWorld, type World } from '../play/world/world';
import { startControl } from './control/control-server';
import type { LiveStore } from './live-store';
import { startLocalWebhooks } from './local-webhooks';
import { RemoteStore } from './remote-store';
import { startShopEdge } from './shop-edge';
import { Shutdown } from './shutdown';
import { StoreChild } from './store-child';

/** How a live rehearsal is run. */
export interface LiveOptions {
  /** A cloud assembly, such as `cdk.out`, or what was read of it. */
  readonly assembly: string | PreparedAssembly;
  /** How many seconds pass in one second of wall time, from 1. */
  readonly speed: number;
  /** @default 1 */
  readonly seed?: number;
  /** Port of the shop. @default - any free port */
  readonly port?: number;
  /** Port of the control page. @default - any free port */
  readonly controlPort?: number;
  /** What the time is in it when it opens, in milliseconds since 1970. @default - what it is outside */
  readonly opensMs?: number;
}

/** A world that runs until it is closed. */
export interface LiveRehearsal {
  readonly shopUrl: string;
  readonly controlUrl: string;
  readonly store: LiveStore;
  readonly log: EventLog;
  /** Fulfilled once it is closed; rejected when a part of the world failed. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the world of an assembly on localhost, with a store that can really be killed.
 * @throws RehearsalError PORT_IN_USE, or when the assembly can't be rehearsed
 */
export async function startLive(options: LiveOptions): Promise<LiveRehearsal> {
  const end = new Shutdown();
  try {
    const { world, store } = await openWorld(options, end);
    const shop = await startShopEdge(world, options.port ?? 0);
    end.before(shop.close);
    const shopUrl = `http://127.0.0.1:${shop.port}/`;
    const controlled = { world, store, shopUrl, speed: options.speed, openedMs: world.clock.nowMs };
    const control = await startControl(controlled, options.controlPort ?? 0);
    end.before(control.close);
    const controlUrl = `http://127.0.0.1:${control.port}/`;
    return { shopUrl, controlUrl, store, log: world.log, ended: end.reached, close: () => end.reach() };
  } catch (error) {
    await end.reach();
    throw error;
  }
}

/** Long enough for every alarm to have data and for the first commotion to have settled. */
const WARM_UP_MS = 10 * MINUTE_MS;

async function openWorld(options: LiveOptions, end: Shutdown): Promise<{ world: World; store: LiveStore }> {
  const clock = new WarmedClock(WARM_UP_MS, options.opensMs ?? wallNowMs());
  const child = new StoreChild({
    onGone: (how) => note('starts', `the store's process ended (${how})`),
    onBack: () => note('ends', "the store's process runs again"),
  });
  const note = (phase: 'starts' | 'ends', text: string) => world.log.record({ kind: 'fault', phase, text });
  const webhooks = await startLocalWebhooks();
  end.before(() => webhooks.close());
  const world: World = await buildWorld({
    assembly: options.assembly,
    clock,
    seed: options.seed ?? 1,
    hostStore: (addresses, example) => {
      child.become(example);
      return new RemoteStore(addresses, example, child);
    },
    webhook: (delivery) => void webhooks.deliver(delivery),
  });
  end.before(() => world.close());
  await clock.warmUp();
  end.before(() => child.close());
  await child.start();
  clock.goLive(options.speed, (error) => end.fail(error));
  end.before(async () => clock.stop());
  return { world, store: liveStore(child) };
}

const liveStore = (child: StoreChild): LiveStore => ({
  get running() {
    return child.running;
  },
  get pid() {
    return child.pid;
  },
  kill: () => child.kill(),
  restart: () => child.start(),
});

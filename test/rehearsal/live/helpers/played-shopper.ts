import { seededRandom } from '../../../../lib/rehearsal/kernel/clock/random';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { SimulatedStore } from '../../../../lib/rehearsal/play/store/simulated-store';
import { buildWorld, type World } from '../../../../lib/rehearsal/play/world/world';
import { isStoreFault } from '../../../../lib/rehearsal/scenario/fault';
import type { Scenario } from '../../../../lib/rehearsal/scenario/scenario';
import { type Ask, PlayShopper, type ShopperGot } from './play';

/** What is needed to ask as a shopper of a played scenario. */
export interface PlayedShopperOptions {
  readonly assembly: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly startMs: number;
}

/** What a shopper gets at some instants of a played scenario; a rehearsal itself only tallies shoppers. */
export async function playedShopperGets(
  { assembly, scenario, seed, startMs }: PlayedShopperOptions,
  instantsMs: readonly number[],
): Promise<readonly ShopperGot[]> {
  const clock = new VirtualClock(startMs);
  const troubles = { faults: scenario.faults.filter(isStoreFault), startMs, random: seededRandom(seed) };
  const world = await buildWorld({
    assembly,
    clock,
    seed,
    hostStore: (addresses, example) => new SimulatedStore(addresses, example, troubles),
  });
  const resolver = world.resolver('a shopper');
  const shopper = new PlayShopper((request) =>
    ask(world, resolver.addressOf(world.settings.domainName), request),
  );
  const got: ShopperGot[] = [];
  try {
    for (const instantMs of instantsMs) {
      await clock.runUntil(instantMs);
      got.push(await shopper.gets());
    }
    return got;
  } finally {
    await world.close();
  }
}

async function ask(
  { internet, clock, settings }: World,
  address: string,
  { headers: sent, ...request }: Parameters<Ask>[0],
): ReturnType<Ask> {
  const headers = { host: settings.domainName, accept: 'text/html', ...sent };
  const exchange = await internet.exchange(address, { ...request, headers }, clock.nowMs);
  if (exchange.kind !== 'response') {
    throw new Error(`${request.path}: ${exchange.kind}`);
  }
  const { status, headers: got, body } = exchange;
  return { status, headers: got, text: Buffer.from(body).toString() };
}

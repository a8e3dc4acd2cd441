import { START_MS } from '../rehearsal/play/staged-world';
import { type Disruptions, disruptionsOf, type ScenarioTime } from '../rehearsal/play/staging/disruptions';
import { StagedFaults } from '../rehearsal/play/staging/stage-faults';
import type { World } from '../rehearsal/play/world/world';
import { isStoreFault, type ScenarioFault, type StoreFault } from '../rehearsal/scenario/fault';

/** Emulation: nobody knows when a lost region comes back, so what waits for it looks again this often. */
const LOOK_AGAIN_MS = 1_000;

/**
 * The faults that are open in a world that is stepped by hand. The world looks at these lists with each request, so
 * they may change between two steps.
 */
export class OpenFaults {
  readonly all: ScenarioFault[] = [];
  readonly ofStore: StoreFault[] = [];
  readonly felt = new Set<ScenarioFault>();
  /** Names of the health checks that fail whatever their endpoint answers. */
  readonly failingChecks = new Set<string>();
  private ofServices: Disruptions | undefined;

  /** What is wrong with AWS's own services: the faults that are open when they ask. */
  disruptions(time: ScenarioTime): Disruptions {
    const now = (): Disruptions => {
      this.ofServices ??= disruptionsOf(this.all, time);
      return this.ofServices;
    };
    return {
      checkersFail: (region, healthCheck) =>
        this.failingChecks.has(healthCheck) || now().checkersFail(region, healthCheck),
      functionsFail: (byTopic) => now().functionsFail(byTopic),
      protocolFails: (protocol) => now().protocolFails(protocol),
      unconfirmed: (protocol) => now().unconfirmed(protocol),
      platformTrouble: () => now().platformTrouble(),
      regionBackMs: () => (now().regionBackMs() === undefined ? undefined : time.nowMs() + LOOK_AGAIN_MS),
    };
  }

  /**
   * Prepares to open faults in a world that was built with these.
   * @returns opens a fault, and returns what mends it
   */
  stageIn(world: Pick<World, 'clock' | 'log' | 'buckets'>): (fault: ScenarioFault) => () => void {
    const staged = new StagedFaults({ ...world, felt: this.felt });
    return (given) => {
      const fromSeconds = (world.clock.nowMs - START_MS) / 1000;
      const fault = { ...given, fromSeconds, toSeconds: Number.POSITIVE_INFINITY };
      this.change(() => this.add(fault));
      staged.begin(fault);
      return () => {
        this.change(() => this.remove(fault));
        staged.end(fault);
      };
    };
  }

  private change(act: () => void): void {
    act();
    this.ofServices = undefined;
  }

  private add(fault: ScenarioFault): void {
    this.all.push(fault);
    if (isStoreFault(fault)) {
      this.ofStore.push(fault);
    }
  }

  private remove(fault: ScenarioFault): void {
    this.all.splice(this.all.indexOf(fault), 1);
    if (isStoreFault(fault)) {
      this.ofStore.splice(this.ofStore.indexOf(fault), 1);
    }
  }
}

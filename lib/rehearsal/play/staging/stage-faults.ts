import type { ScenarioFault } from '../../scenario/fault';
import type { World } from '../world/world';

/** Where faults begin and end. */
export interface Stage extends Pick<World, 'clock' | 'log' | 'buckets'> {
  /** Gets every fault that changes something. */
  readonly felt: Set<ScenarioFault>;
}

/** Puts the beginning and the end of every fault on the clock. */
export function stageFaults(faults: readonly ScenarioFault[], stage: Stage, startMs: number): void {
  const staged = new StagedFaults(stage);
  for (const fault of faults) {
    stage.clock.at(startMs + fault.fromSeconds * 1000, () => staged.begin(fault));
    stage.clock.at(startMs + fault.toSeconds * 1000, () => staged.end(fault));
  }
}

/**
 * Writes faults into the log as they begin and end, and deletes the emergency site where one says so. All other faults
 * act by themselves, on every caller that meets them.
 */
export class StagedFaults {
  private readonly site: EmptiedSite;

  constructor(private readonly stage: Omit<Stage, 'clock'>) {
    this.site = new EmptiedSite(stage.buckets);
  }

  begin(fault: ScenarioFault): void {
    const { log, felt } = this.stage;
    log.record({ kind: 'fault', phase: 'starts', text: fault.text });
    if (fault.kind !== 'emergency site emptied') {
      return;
    }
    felt.add(fault);
    this.site.empty();
  }

  end(fault: ScenarioFault): void {
    if (fault.kind === 'emergency site emptied') {
      this.site.repair();
    }
    this.stage.log.record({ kind: 'fault', phase: 'ends', text: `over: ${fault.text}` });
  }
}

/** The emergency site, back only when the last of the faults that emptied it is over. */
class EmptiedSite {
  private active = 0;
  private restores: (() => void)[] = [];

  constructor(private readonly buckets: World['buckets']) {}

  empty(): void {
    this.active += 1;
    this.restores.push(this.buckets.empty());
  }

  repair(): void {
    this.active -= 1;
    if (this.active > 0) {
      return;
    }
    // What was deleted last is the newest of its name, and stays so.
    for (const restore of this.restores.reverse()) {
      restore();
    }
    this.restores = [];
  }
}

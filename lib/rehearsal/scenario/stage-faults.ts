import type { World } from '../world/world';
import type { ScenarioFault } from './fault';

/** Where faults begin and end. */
export interface Stage extends Pick<World, 'clock' | 'log' | 'buckets'> {
  /** Gets every fault that changes something. */
  readonly felt: Set<ScenarioFault>;
}

/**
 * Writes every fault into the log as it begins and ends, and deletes the emergency site where a fault says so. All
 * other faults act by themselves, for whoever meets them.
 */
export function stageFaults(faults: readonly ScenarioFault[], stage: Stage, startMs: number): void {
  const { clock, log, felt } = stage;
  const site = new EmptiedSite(stage.buckets);
  for (const fault of faults) {
    const empties = fault.kind === 'emergency site emptied';
    clock.at(startMs + fault.fromSeconds * 1000, () => {
      log.record({ kind: 'fault', phase: 'starts', text: fault.text });
      if (!empties) return;
      felt.add(fault);
      site.empty();
    });
    clock.at(startMs + fault.toSeconds * 1000, () => {
      if (empties) site.repair();
      log.record({ kind: 'fault', phase: 'ends', text: `over: ${fault.text}` });
    });
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
    if (this.active > 0) return;
    // What was deleted last is the newest of its name, and stays so.
    for (const restore of this.restores.reverse()) restore();
    this.restores = [];
  }
}

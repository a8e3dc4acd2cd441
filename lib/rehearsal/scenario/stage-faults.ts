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
  const { clock, log, buckets, felt } = stage;
  for (const fault of faults) {
    let restore = () => {};
    clock.at(startMs + fault.fromSeconds * 1000, () => {
      log.record({ kind: 'fault', phase: 'starts', text: fault.text });
      if (fault.kind !== 'emergency site emptied') return;
      felt.add(fault);
      restore = buckets.empty();
    });
    clock.at(startMs + fault.toSeconds * 1000, () => {
      restore();
      log.record({ kind: 'fault', phase: 'ends', text: `over: ${fault.text}` });
    });
  }
}

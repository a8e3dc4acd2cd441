import type { FaultKind } from '../store/simulated-store';

/** Something that goes wrong with the store, and when. */
export interface ScenarioFault {
  readonly kind: FaultKind;
  /** Seconds after the scenario's start. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** One plain clause for the timeline. */
  readonly text: string;
}

/** What a rehearsal plays. */
export interface Scenario {
  readonly name: string;
  /** What is expected to hold. */
  readonly hypothesis: string;
  readonly fault: ScenarioFault;
  /** When the play ends, in seconds after its start. */
  readonly endSeconds: number;
}

import type { RehearsalBudgets } from '../../understudy-props';
import type { FaultKind } from '../store/simulated-store';

/** Something that goes wrong, and when. */
export interface ScenarioFault {
  readonly kind: FaultKind;
  /** Seconds after the scenario's start. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** One plain clause for the timeline. */
  readonly text: string;
}

/** What is expected of the stack in a scenario, beside its budgets. */
export interface Expectations {
  /** Whether Route 53 has to answer with SECONDARY, or must not. */
  readonly failover: 'switches' | 'stays' | 'any';
  /** Whether on-call has to be told, of the end too, or must not be disturbed. */
  readonly messages: 'some' | 'none' | 'any';
  /** Whether shoppers may see raw errors: never, until the last resolver has switched, or at any time. */
  readonly rawErrors: 'none' | 'until switched' | 'any';
  /** Budgets that differ from the store's own in this scenario. */
  readonly budgets: Partial<RehearsalBudgets>;
  /** What the stack is known not to do here: shown with the verdict, so that nobody takes a pass for more than it is. */
  readonly knownGap?: string;
}

/** What a rehearsal plays. */
export interface Scenario {
  readonly name: string;
  /** What is expected to hold. */
  readonly hypothesis: string;
  /** At least one, in any order; they may overlap. */
  readonly faults: readonly ScenarioFault[];
  /** By topology; a stack of another kind is held to those of `edge`. */
  readonly expectations: Readonly<Record<'edge' | 'dns', Expectations>>;
  /** When the play ends, in seconds after its start. */
  readonly endSeconds: number;
}

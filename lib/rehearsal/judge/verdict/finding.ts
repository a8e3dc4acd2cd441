import type { Exposure } from '../prediction/exposure';

/** One thing that was promised or foretold, and whether it held. */
export interface Finding {
  /**
   * - `budget`: what the store's props allow
   * - `expectation`: what the scenario expects
   * - `prediction`: what arithmetic says about the template, without playing anything
   */
  readonly kind: 'budget' | 'expectation' | 'prediction';
  readonly what: string;
  /** Undefined: it never happened. */
  readonly measured: number | undefined;
  /** The smallest that passes. @default - there is no such limit */
  readonly atLeast?: number;
  /** The greatest that passes. */
  readonly atMost: number;
  /** Of a budget: what arithmetic allows, whatever was measured. @default - it was not predicted */
  readonly mayReach?: number;
  /** Of a budget: what AWS gives no number for and may break it, whatever was measured. @default - nothing */
  readonly exposedTo?: readonly Exposure[];
  /** `ms`, or what is counted. */
  readonly unit:
    | 'ms'
    | 'requests'
    | 'shoppers'
    | 'messages'
    | 'answers'
    | 'faults'
    | 'commands'
    | 'runs'
    | 'calls';
  readonly passed: boolean;
  /** What changes it: props of the stack as their owner writes them, or keys of the scenario file. */
  readonly changedBy: readonly string[];
}

/** What a finding is made from. */
export type Judged = Omit<Finding, 'passed'>;

/** Passes when the measured value lies within the limits, both included; what never happened does not. */
export function judged(finding: Judged): Finding {
  const { measured, atLeast = 0, atMost } = finding;
  return { ...finding, passed: measured !== undefined && measured >= atLeast && measured <= atMost };
}

/** Must not happen at all. */
export const never = (finding: Pick<Finding, 'what' | 'measured' | 'unit' | 'changedBy'>): Finding =>
  judged({ kind: 'expectation', ...finding, atMost: 0 });

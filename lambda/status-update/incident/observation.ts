import type { Symptom } from '../contract/symptom';
import type { TargetTimes } from '../contract/target-times';
import type { AlarmFacts } from '../state/alarm-facts';

/** What one wake-up saw. */
export interface Observation {
  /** All symptoms that are watched, in any order. */
  readonly symptoms: readonly Symptom[];
  readonly facts: AlarmFacts;
  /** The share of 5xx responses at CloudFront in each of the last minutes. @default - not measured */
  readonly errorPercents?: readonly number[];
  /**
   * Names of the alarms whose endpoints' checkers fail at this moment, whatever the alarms say yet.
   * @default - nobody looked
   */
  readonly failingNow?: readonly string[];
  /**
   * Whether every checker behind the alarms passes at this moment, so that the alarms only lag behind.
   * @default - nobody looked
   */
  readonly passesNow?: boolean;
  /** Names of alarms that are no more, as when somebody deleted one. @default - none */
  readonly gone?: readonly string[];
  /** Whether Route 53 answers with a place that serves the store while that is down. @default false */
  readonly standby?: boolean;
  /** The first failing datapoint behind the incident's first alarm. @default - not measured */
  readonly firstSignMs?: number | undefined;
  /** After which time without an acknowledgement the second contact is told. @default - there is none */
  readonly escalateAfterMs?: number | undefined;
  /** Targets of new incidents, told of when they pass. Only with a second contact. @default - there are none */
  readonly targetTimes?: TargetTimes | undefined;
  /** How long everything must stay well before an incident is resolved. */
  readonly holdMs: number;
}

import type { RehearsalRecord } from './record';
import type { Loss } from './verdict/loss';
import type { Verdict } from './verdict/verdict';

/** What came of it. */
export interface RehearsalResult extends RehearsalRecord {
  readonly verdict: Verdict;
  /**
   * What would have been lost had the store stayed open: the same play, in which DNS does not switch.
   * @default - the store was not closed, or more was wrong with it than that it was slow
   */
  readonly lossWhenOpen?: Loss;
}

import { TallyKeeper, type TallySpan, type Visited } from '../../../lib/rehearsal/play/shoppers/tally-keeper';
import type { ShopperTally } from '../../../lib/rehearsal/record/tally';

/** The requests of a tally, in order; only what matters has to be said. */
export type GivenVisit = Pick<Visited, 'atMs' | 'outcome'> & Partial<Visited>;

/** A tally of given requests. */
export function aTally(span: TallySpan, visits: readonly GivenVisit[]): ShopperTally {
  const keeper = new TallyKeeper(span);
  for (const visit of visits) {
    keeper.note({ url: 'GET /', waitMs: 1, because: '', ...visit });
  }
  return keeper.tally({ placed: 0, longestMs: 0, atRisk: 0, saved: 0 });
}

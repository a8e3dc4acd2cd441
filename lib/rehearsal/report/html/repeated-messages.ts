import { titleOf } from '../format';
import type { ScenarioReport } from '../report-schema';
import { linkTo } from './links';

type Entry = ScenarioReport['timeline'][number];

/** Where a message is shown that reads like another, but for its numbers. */
export interface Shown {
  /** `hangs, edge` */
  readonly title: string;
  readonly link: string;
}

/** Of messages that read like an earlier one of the report: where that is. */
export type Repeated = ReadonlyMap<Entry, Shown>;

/**
 * Finds messages whose first lines say the same but for times and counts: hundreds would else fill most of the page.
 * @param plays in the order of the page
 */
export function repeatedMessages(plays: readonly ScenarioReport[]): Repeated {
  const first = new Map<string, Shown>();
  const repeated = new Map<Entry, Shown>();
  for (const play of plays) {
    for (const entry of play.timeline) {
      if (entry.body === undefined) {
        continue;
      }
      const key = kindOf(entry.body);
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, { title: titleOf(play), link: linkTo(play) });
      } else {
        repeated.set(entry, earlier);
      }
    }
  }
  return repeated;
}

/** The lines before the first empty one, numbers aside. */
const kindOf = (body: string): string => (body.split('\n\n')[0] ?? '').replace(/\d+/g, '0');

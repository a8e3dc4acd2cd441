import type { WatchedEndpoint } from '../understudy-props';
import { describeMistake } from './mistake';
import { pathPatternsOverlap } from './path-pattern';
import { type PatternCheck, withoutQuery } from './path-pattern-list';
import { isUnknown } from './unknown';

/** A watched page is a live page of the store: no pattern that takes no forms or keeps old answers may match it. */
export const validateNoWatchedPaths =
  (endpoints: readonly WatchedEndpoint[], remedy: string): PatternCheck =>
  (prop, got) =>
    endpoints
      .filter(({ path }) => !isUnknown(path) && pathPatternsOverlap(got, withoutQuery(path)))
      .map(({ path }) =>
        describeMistake({ prop, problem: `must not match the watched path ${path}`, got, remedy }),
      );

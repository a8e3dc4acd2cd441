import type { EdgeTopology, UnderstudyProps, WatchedEndpoint } from '../understudy-props';
import { coveredFormPath, coveredPaymentReturn } from './form-paths';
import { describeMistake } from './mistake';
import { pathPatternsOverlap } from './path-pattern';
import { type PatternCheck, withoutQuery } from './path-pattern-list';
import { isUnknown } from './unknown';

/**
 * CloudFront answers a form with 403 where a pattern allows GET, HEAD and OPTIONS only, and gives the store no cookies
 * there: nobody could order, or be known on the way back from paying. So a pattern that covers such a path is refused, as
 * far as the path can be known.
 */
export const validateNoForms =
  (props: UnderstudyProps, topology: EdgeTopology, remedy: string): PatternCheck =>
  (prop, got) => {
    const watched = validateNoWatchedPaths(props.healthChecks.endpoints, remedy)(prop, got);
    if (watched.length > 0) {
      return watched;
    }
    const refuse = (path: string, why: string) => [
      describeMistake({ prop, problem: `must not match ${path}, where ${why}`, got, remedy }),
    ];
    const form = coveredFormPath(got, props);
    if (form !== undefined) {
      return refuse(form, 'stores take forms');
    }
    const payment = coveredPaymentReturn(got, topology.paymentReturnPathPatterns);
    return payment === undefined ? [] : refuse(payment, 'shoppers come back from paying');
  };

/** A watched page is a live page of the store: no pattern that takes no forms or keeps old answers may match it. */
const validateNoWatchedPaths =
  (endpoints: readonly WatchedEndpoint[], remedy: string): PatternCheck =>
  (prop, got) =>
    endpoints
      .filter(({ path }) => !isUnknown(path) && pathPatternsOverlap(got, withoutQuery(path)))
      .map(({ path }) =>
        describeMistake({ prop, problem: `must not match the watched path ${path}`, got, remedy }),
      );

import { EMERGENCY_PATH_PATTERN } from '../emergency-site/paths';
import type { WatchedEndpoint } from '../understudy-props';
import { describeMistake } from './mistake';
import { pathPatternsOverlap } from './path-pattern';
import { validatePathPatterns } from './path-pattern-list';
import { refuseWatchedPaths } from './watched-paths';

/** Mistakes in the path patterns that CloudFront may serve from the emergency bucket. */
export const validateMirroredPathPatterns = (
  patterns: readonly string[],
  endpoints: readonly WatchedEndpoint[],
): string[] =>
  validatePathPatterns(
    'topology.mirroredPathPatterns',
    patterns,
    refuseEmergencySite,
    // Behind a mirrored pattern CloudFront answers GET, HEAD and OPTIONS only: it refuses POST beside an origin group.
    // With the forms of a watched page behind such a pattern nobody could order.
    refuseWatchedPaths(endpoints, 'mirrored paths take no POST and may be stale, so name static files only'),
  );

function refuseEmergencySite(prop: string, got: string): string[] {
  if (!pathPatternsOverlap(got, EMERGENCY_PATH_PATTERN)) {
    return [];
  }
  const problem = `must not overlap ${EMERGENCY_PATH_PATTERN}`;
  return [describeMistake({ prop, problem, got, remedy: 'that is where the emergency site lives' })];
}

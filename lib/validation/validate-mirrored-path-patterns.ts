import { Token } from 'aws-cdk-lib';
import { EMERGENCY_PATH_PATTERN } from '../emergency-site/paths';
import type { WatchedEndpoint } from '../understudy-props';
import { describeMistake } from './mistake';
import { pathPatternsOverlap } from './path-pattern';
import { validateLength } from './ranges';

/** CloudFront's limit for a path pattern. */
const MAX_LENGTH = 255;

/** Mistakes in the path patterns that CloudFront may serve from the emergency bucket. */
export function validateMirroredPathPatterns(
  patterns: readonly string[],
  endpoints: readonly WatchedEndpoint[],
): string[] {
  return patterns.flatMap((pattern, index) => {
    const prop = `topology.mirroredPathPatterns[${index}]`;
    if (Token.isUnresolved(pattern)) {
      return [];
    }
    return [
      ...validateForm(prop, pattern),
      ...(patterns.indexOf(pattern) < index ? [duplicate(prop, pattern)] : []),
      ...refuseEmergencySite(prop, pattern),
      ...refuseWatchedPaths(prop, pattern, endpoints),
    ];
  });
}

function validateForm(prop: string, pattern: string): string[] {
  if (!pattern.startsWith('/')) {
    const remedy = 'write it as /static/*';
    return [describeMistake({ prop, problem: 'must start with a slash', got: pattern, remedy })];
  }
  return validateLength(prop, pattern, { min: 1, max: MAX_LENGTH });
}

function duplicate(prop: string, got: string): string {
  return describeMistake({ prop, problem: 'must be unique', got, remedy: 'name each pattern once' });
}

function refuseEmergencySite(prop: string, got: string): string[] {
  if (!pathPatternsOverlap(got, EMERGENCY_PATH_PATTERN)) {
    return [];
  }
  const problem = `must not overlap ${EMERGENCY_PATH_PATTERN}`;
  return [describeMistake({ prop, problem, got, remedy: 'that is where the emergency site lives' })];
}

/**
 * Behind a mirrored pattern CloudFront answers GET, HEAD and OPTIONS only: it refuses POST beside an origin group.
 * A watched page is a live page of the store; with its forms behind such a pattern nobody could order.
 */
function refuseWatchedPaths(prop: string, got: string, endpoints: readonly WatchedEndpoint[]): string[] {
  const remedy = 'mirrored paths take no POST and may be stale, so name static files only';
  return endpoints
    .filter(({ path }) => !Token.isUnresolved(path) && pathPatternsOverlap(got, withoutQuery(path)))
    .map(({ path }) =>
      describeMistake({ prop, problem: `must not match the watched path ${path}`, got, remedy }),
    );
}

/** The path of a path with a query. */
export function withoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? path;
}

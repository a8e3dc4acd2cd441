import { EMERGENCY_PATH_PATTERN } from '../../lambda/emergency-response/contract/paths';
import type { EdgeTopology, UnderstudyProps } from '../understudy-props';
import { describeMistake } from './mistake';
import { pathPatternsOverlap } from './path-pattern';
import { validatePathPatterns } from './path-pattern-list';
import { validateNoForms } from './validate-no-forms';

/** Mistakes in the path patterns that CloudFront may serve from the emergency bucket. */
export const validateMirroredPathPatterns = (props: UnderstudyProps, topology: EdgeTopology): string[] =>
  validatePathPatterns(
    'topology.mirroredPathPatterns',
    topology.mirroredPathPatterns ?? [],
    validateOutsideEmergencySite,
    // Behind a mirrored pattern CloudFront refuses POST, because it has an origin group.
    validateNoForms(
      props,
      topology,
      'mirrored paths take no POST and may be stale, so name static files only',
    ),
  );

function validateOutsideEmergencySite(prop: string, got: string): string[] {
  if (!pathPatternsOverlap(got, EMERGENCY_PATH_PATTERN)) {
    return [];
  }
  const problem = `must not overlap ${EMERGENCY_PATH_PATTERN}`;
  return [describeMistake({ prop, problem, got, remedy: 'that is where the emergency site lives' })];
}

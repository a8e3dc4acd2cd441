import { EMERGENCY_PATH_PATTERN } from '../../lambda/emergency-response/contract/paths';
import type { EdgeTopology, UnderstudyProps } from '../understudy-props';
import { describeMistake } from './mistake';
import { pathPatternsOverlap } from './path-pattern';
import { type PatternCheck, validatePathPatterns } from './path-pattern-list';
import { validateNoForms } from './validate-no-forms';

const PROP = 'topology.sharedPathPatterns';
const NO_FORMS = 'shared paths take no POST and know no shopper, so name what is the same for everybody';

/**
 * CloudFront's quota "Cache behaviors per distribution", less the default one. AWS raises it on request.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-web-distributions
 */
const MAX_BEHAVIORS = 74;

/** Mistakes in the path patterns of which CloudFront keeps one copy for everybody, and in the number of all patterns. */
export function validateSharedPathPatterns(props: UnderstudyProps, topology: EdgeTopology): string[] {
  const patterns = topology.sharedPathPatterns ?? [];
  return [
    ...validatePathPatterns(PROP, patterns, (prop, pattern) =>
      /^\/\*+$/.test(pattern)
        ? [refused(prop, pattern, 'must not match every path', NO_FORMS)]
        : checksOf(props, topology).flatMap((check) => check(prop, pattern)),
    ),
    ...validateCount(props, topology),
  ];
}

const checksOf = (props: UnderstudyProps, topology: EdgeTopology): readonly PatternCheck[] => [
  refuseUnreachable([EMERGENCY_PATH_PATTERN], 'that is where the emergency site lives'),
  refuseUnreachable(
    topology.mirroredPathPatterns ?? [],
    'mirrored paths come first; name it in one of the two',
  ),
  refuseUnreachable(Object.keys(props.documents ?? {}), 'documents come first; leave it out here'),
  validateNoForms(props, topology, NO_FORMS),
];

/**
 * A pattern all of whose paths another one takes would do nothing. Where they have only some in common, such as
 * `/*.css` and `/static/*`, the order of the cache behaviors settles it.
 */
const refuseUnreachable =
  (others: readonly string[], remedy: string): PatternCheck =>
  (prop, got) =>
    others
      .filter((other) => pathPatternsOverlap(other, got.replaceAll('*', ANYTHING)))
      .map((other) => refused(prop, got, `must not lie within ${other}`, remedy));

/** Stands for what no pattern spells out. */
const ANYTHING = '\u0000\u0001\u0000';

function validateCount(props: UnderstudyProps, topology: EdgeTopology): string[] {
  const { sharedPathPatterns = [], mirroredPathPatterns = [] } = topology;
  const count = 1 + Object.keys(props.documents ?? {}).length + mirroredPathPatterns.length;
  const got = count + sharedPathPatterns.length;
  if (got <= MAX_BEHAVIORS) {
    return [];
  }
  const problem = `must leave at most ${MAX_BEHAVIORS} cache behaviors, with those of the emergency site, documents and mirrored paths`;
  return [refused(PROP, got, problem, 'join patterns with an asterisk')];
}

const refused = (prop: string, got: string | number, problem: string, remedy: string): string =>
  describeMistake({ prop, problem, got, remedy });

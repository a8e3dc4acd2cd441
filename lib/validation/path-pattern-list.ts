import { describeMistake } from './mistake';
import { validateLength } from './ranges';
import { isUnknown } from './unknown';

/**
 * What CloudFront takes in a path pattern, and the percent sign, of which its list says nothing.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
 */
const TAKEN = /^[\w\-.*?$/~"'@:+&%]+$/;

/** CloudFront's limit for a path pattern. */
const MAX_LENGTH = 255;

/** More mistakes in one pattern of a list. @param prop its name, such as `topology.mirroredPathPatterns[0]` */
export type PatternCheck = (prop: string, pattern: string) => string[];

/** Mistakes in a prop that lists path patterns: in their form, twice the same, and what else is asked of each. */
export function validatePathPatterns(
  prop: string,
  patterns: readonly string[],
  ...checks: readonly PatternCheck[]
): string[] {
  return patterns.flatMap((pattern, index) => {
    const name = `${prop}[${index}]`;
    if (isUnknown(pattern)) {
      return [];
    }
    return [
      ...validateForm(name, pattern),
      ...(patterns.indexOf(pattern) < index ? [duplicate(name, pattern)] : []),
      ...checks.flatMap((check) => check(name, pattern)),
    ];
  });
}

function validateForm(prop: string, pattern: string): string[] {
  if (!pattern.startsWith('/')) {
    const remedy = 'write it as /static/*';
    return [describeMistake({ prop, problem: 'must start with a slash', got: pattern, remedy })];
  }
  if (!TAKEN.test(pattern)) {
    const remedy =
      'write other letters as browsers send them, percent-encoded, or put an asterisk in their place';
    return [
      describeMistake({
        prop,
        problem: 'must have no character that CloudFront refuses',
        got: pattern,
        remedy,
      }),
    ];
  }
  return validateLength(prop, pattern, { min: 1, max: MAX_LENGTH });
}

function duplicate(prop: string, got: string): string {
  return describeMistake({ prop, problem: 'must be unique', got, remedy: 'name each pattern once' });
}

/** The path of a path with a query. */
export function withoutQuery(path: string): string {
  return path.split('?', 1)[0] ?? path;
}

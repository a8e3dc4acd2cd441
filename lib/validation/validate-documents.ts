import { EMERGENCY_PATH_PATTERN } from '../../lambda/emergency-response/contract/paths';
import type { UnderstudyProps } from '../understudy-props';
import { describeMistake } from './mistake';
import { pathPatternsOverlap } from './path-pattern';
import { withoutQuery } from './path-pattern-list';
import { validateLength } from './ranges';

/** Each one is a cache behavior, of which a distribution may have 75. */
const MAX_DOCUMENTS = 20;

/** CloudFront's limit for a path pattern. */
const MAX_LENGTH = 255;

/**
 * A file's path in the characters that a path pattern may have, but none that stand for others, no plus sign, which
 * S3 takes for a space, and no segment of dots only.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
 */
const FILE_PATH = /^(\/(?!\.+(\/|$))[\w.$~@:-]+)+$/;

/** Mistakes in the documents that the store keeps answering while it is closed. */
export function validateDocuments(props: UnderstudyProps): string[] {
  const paths = Object.keys(props.documents ?? {});
  return [
    ...validateCount(paths.length),
    ...paths.flatMap((path) => {
      const mistakes = validatePath(path);
      return mistakes.length > 0 ? mistakes : validateFreePath(path, props);
    }),
  ];
}

function validateCount(got: number): string[] {
  if (got <= MAX_DOCUMENTS) {
    return [];
  }
  const problem = `must be at most ${MAX_DOCUMENTS}`;
  return [describeMistake({ prop: 'documents', problem, got, remedy: 'name what machines ask for' })];
}

function validatePath(got: string): string[] {
  const prop = 'documents';
  if (!FILE_PATH.test(got)) {
    const problem = 'must be named by paths of files';
    const remedy = 'write one as /robots.txt, with letters, digits and . _ - ~ $ @ :';
    return [describeMistake({ prop, problem, got, remedy })];
  }
  return validateLength(prop, got, { min: 1, max: MAX_LENGTH });
}

/** Each path leads to one place: the emergency site, a live page, or a file that somebody else mirrors. */
function validateFreePath(got: string, { topology, healthChecks }: UnderstudyProps): string[] {
  const mirrored = topology.kind === 'edge' ? (topology.mirroredPathPatterns ?? []) : [];
  const watched = healthChecks.endpoints.map(({ path }) => withoutQuery(path));
  const taken = [
    { patterns: [EMERGENCY_PATH_PATTERN], remedy: 'that is where the emergency site lives' },
    { patterns: watched, remedy: 'a watched page is live, so it has no copy' },
    { patterns: mirrored, remedy: 'a deployment would overwrite what is mirrored there, so name it once' },
  ];
  return taken.flatMap(({ patterns, remedy }) =>
    patterns
      .filter((pattern) => pathPatternsOverlap(pattern, got))
      .map((pattern) =>
        describeMistake({ prop: 'documents', problem: `must not match ${pattern}`, got, remedy }),
      ),
  );
}

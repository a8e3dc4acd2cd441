import { matchesPathPattern } from './match-path-pattern';

/** The cache behaviors of a distribution, each of any shape that has a path pattern. */
export interface CacheBehaviors<Behavior extends { readonly pathPattern: string }, Default> {
  /** In the order of the distribution configuration, often empty. */
  readonly behaviors: readonly Behavior[];
  readonly defaultBehavior: Default;
}

/** The cache behavior that applies to a request. */
export interface BehaviorMatch<Behavior> {
  readonly behavior: Behavior;
  readonly because: string;
}

/**
 * Finds the cache behavior that applies to a path.
 *
 * @param path Starts with a slash, without the query string.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
export function matchCacheBehavior<Behavior extends { readonly pathPattern: string }, Default>(
  { behaviors, defaultBehavior }: CacheBehaviors<Behavior, Default>,
  path: string,
): BehaviorMatch<Behavior | Default> {
  const normalized = normalizePath(path);
  // The first match in the listed order applies, however specific later ones are.
  const behavior = behaviors.find(({ pathPattern }) => matchesPathPattern(pathPattern, normalized));
  // The default cache behavior comes last.
  return behavior === undefined
    ? { behavior: defaultBehavior, because: 'no other path pattern matches' }
    : { behavior, because: `${behavior.pathPattern} is the first path pattern that matches` };
}

// The path is normalized as in RFC 3986 before it is matched: repeated slashes and dot segments go. The origin still
// gets the path as the viewer sent it.
function normalizePath(path: string): string {
  if (!path.includes('//') && !path.includes('/.')) {
    return path;
  }
  const segments: string[] = [];
  const given = path.split('/');
  for (const segment of given) {
    if (segment === '..') {
      segments.pop();
    } else if (segment !== '' && segment !== '.') {
      segments.push(segment);
    }
  }
  const last = given.at(-1) ?? '';
  const isFolder = ['', '.', '..'].includes(last) && segments.length > 0;
  return `/${segments.join('/')}${isFolder ? '/' : ''}`;
}

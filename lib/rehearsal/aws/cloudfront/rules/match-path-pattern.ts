/**
 * Whether a path matches the path pattern of a cache behavior.
 *
 * @param path Starts with a slash and has no query string, which path patterns never see.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
export function matchesPathPattern(pattern: string, path: string): boolean {
  // A leading slash is implied where the pattern has none.
  return matchesWildcards(pattern.startsWith('/') ? pattern : `/${pattern}`, path);
}

// `*` stands for any number of characters, slashes included, `?` for exactly one; everything else for itself, and
// upper and lower case differ. Walks both texts once, going back to the latest `*` only, so that no pattern is slow.
function matchesWildcards(pattern: string, path: string): boolean {
  let at = 0;
  let star = -1;
  let retryFrom = 0;
  for (let position = 0; position < path.length; ) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at++;
      retryFrom = position;
    } else if (wanted === '?' || wanted === path[position]) {
      at++;
      position++;
    } else if (star >= 0) {
      at = star + 1;
      position = ++retryFrom;
    } else {
      return false;
    }
  }
  return at === pattern.length || /^\*+$/.test(pattern.slice(at));
}

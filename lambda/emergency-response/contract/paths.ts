/**
 * Where the emergency site lives below the distribution's root. All of it sits under one prefix, so that one
 * cache behavior sends it to S3 and never to the store.
 */
export const EMERGENCY_SITE_PREFIX = '/understudy/';
/** The same as a cache behavior's path pattern. */
export const EMERGENCY_PATH_PATTERN = '/understudy/*';
/** The page that stands in for any page of the store. */
export const EMERGENCY_PAGE_PATH = '/understudy/index.html';
/** A second copy of the page: stands in for the first one should that object be missing from the bucket. */
export const EMERGENCY_PAGE_COPY_PATH = '/understudy/copy.html';
/** The page in one language, for a tag such as `zh-Hant`. */
export const languagePagePath = (language: string): string => `${EMERGENCY_SITE_PREFIX}${language}.html`;
/** What the page polls. Written by the status-update function only, never by a deployment. */
export const STATUS_PATH = '/understudy/status.json';
/** What crawlers ask for first. */
export const ROBOTS_PATH = '/robots.txt';
/** Text near the top of the page that its own health check looks for. */
export const EMERGENCY_PAGE_MARKER = 'content="understudy-emergency-page"';
/** S3 keys have no leading slash. */
export const objectKey = (path: string): string => path.slice(1);

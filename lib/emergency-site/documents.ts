import type { EmergencyPageProps } from './page/emergency-page-props';
import { renderEmergencyPage } from './page/render-emergency-page';
import { EMERGENCY_PAGE_PATH, objectKey, ROBOTS_PATH } from './paths';

/**
 * Crawlers read a 503 here as "the whole site is blocked", so it stays 200; pages say 503 themselves.
 * @see https://developers.google.com/search/docs/crawling-indexing/robots/robots_txt#handling-http-result-codes
 */
const ROBOTS = `# The store is closed for now. Its pages answer 503 with Retry-After: please come back later.
User-agent: *
Allow: /
`;

/** What a deployment puts into the emergency bucket, by object key. The status is not in it: a function writes that. */
export const emergencyDocuments = (page: EmergencyPageProps): Record<string, string> => ({
  [objectKey(EMERGENCY_PAGE_PATH)]: renderEmergencyPage(page),
  [objectKey(ROBOTS_PATH)]: ROBOTS,
});

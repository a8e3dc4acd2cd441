import {
  EMERGENCY_PAGE_COPY_PATH,
  EMERGENCY_PAGE_PATH,
  languagePagePath,
  objectKey,
} from '../../lambda/emergency-response/contract/paths';
import type { EmergencyPageProps } from '../page/emergency-page-props';
import { pageLanguages } from '../page/page-languages';
import { renderEmergencyPage } from '../page/render-emergency-page';
import type { Contents } from '../private/text-sources';

/**
 * What the store keeps answering with status 200 while it is closed: its own `robots.txt`, sitemap, icon and files
 * below `/.well-known/`, by path. Nothing is made up in their place: a `robots.txt` of ours would lift what the
 * store's own forbids.
 */
export type StoreDocuments = Contents;

/**
 * What a deployment puts into the emergency bucket, by object key: the page in all its languages and its copy, each
 * language alone where there are several, and the store's documents. The status is not in it: a function writes that.
 */
export function emergencyDocuments(page: EmergencyPageProps, documents: StoreDocuments = {}): Contents {
  const languages = pageLanguages(page);
  const single = languages.length > 1 ? languages : [];
  const whole = renderEmergencyPage(page);
  const files: Contents = {
    [EMERGENCY_PAGE_PATH]: whole,
    [EMERGENCY_PAGE_COPY_PATH]: whole,
    ...Object.fromEntries(single.map((tag) => [languagePagePath(tag), renderEmergencyPage(page, [tag])])),
    ...documents,
  };
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [objectKey(path), content]));
}

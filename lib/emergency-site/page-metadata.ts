import type { EmergencyPageProps } from '../page/emergency-page-props';

/** Under which type an assembly tells of its emergency pages: metadata of the construct, which is not deployed. */
export const PAGE_METADATA_TYPE = 'understudy:page';

/** What an assembly tells of an emergency page, for its preview. As JSON text: the manifest takes no other object. */
export interface PageMetadata {
  readonly schema: 1;
  readonly domainName: string;
  readonly page: EmergencyPageProps;
}

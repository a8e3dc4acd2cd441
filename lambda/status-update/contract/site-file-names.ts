/**
 * Every file that shoppers' programs read, below the emergency site's folder; the one that the emergency page polls
 * comes first. Names alone, so that the constructs load them without what renders the files.
 */
export const SITE_FILE_NAMES = ['status.json', 'summary.json', 'history.atom', 'maintenance.ics'] as const;

export type SiteFileName = (typeof SITE_FILE_NAMES)[number];

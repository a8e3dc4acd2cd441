import { SITE_FILE_NAMES, type SiteFileName } from '../contract/site-file-names';
import type { Store } from '../settings';
import type { IncidentState } from '../state/incident-state';
import { historyAtom } from './history-feed';
import { maintenanceIcs } from './maintenance-calendar';
import { statusJson } from './status-document';
import { summaryJson } from './summary-document';

/** A file of the emergency site, ready to be written. */
export interface SiteFile {
  /** Below the emergency site's folder. */
  readonly name: string;
  readonly body: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

type Render = (state: IncidentState, store: Store, nowMs: number) => string;

/** Fresh within seconds while it can be fetched, and a day-old copy when it can't. */
const FRESH = 'public, max-age=5, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400';

/** For programs that ask now and then. */
const CALM = 'public, max-age=60, stale-if-error=86400';

const JSON_TYPE = 'application/json; charset=utf-8';

const FILES: Readonly<Record<SiteFileName, Omit<SiteFile, 'name' | 'body'> & { readonly render: Render }>> = {
  'status.json': { render: statusJson, contentType: JSON_TYPE, cacheControl: FRESH },
  'summary.json': { render: summaryJson, contentType: JSON_TYPE, cacheControl: FRESH },
  'history.atom': {
    render: historyAtom,
    contentType: 'application/atom+xml; charset=utf-8',
    cacheControl: CALM,
  },
  'maintenance.ics': {
    render: maintenanceIcs,
    contentType: 'text/calendar; charset=utf-8',
    cacheControl: CALM,
  },
};

/** A file that is rendered when it is written: one that can't be must not keep the others from it. */
export interface PendingFile {
  readonly name: string;
  /** @throws Error when the file would not have its shape or would be too large */
  readonly render: () => SiteFile;
}

/** All files of a state, in the order in which they are worth writing. */
export function siteFiles(state: IncidentState, store: Store, nowMs: number): readonly PendingFile[] {
  return SITE_FILE_NAMES.map((name) => {
    const { render, contentType, cacheControl } = FILES[name];
    return { name, render: () => ({ name, body: render(state, store, nowMs), contentType, cacheControl }) };
  });
}

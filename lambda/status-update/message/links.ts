import type { Announcement } from '../incident/announcement';
import { hasReview, reviewUrl } from '../review/review-due';
import type { Settings, Store } from '../settings';

/** A place to look. */
export interface Link {
  readonly name: string;
  readonly url: string;
}

/**
 * The user's own runbook, the steps for the first alarm, which open without the console and link the alarm in it, and the
 * dashboard; once it is well the review, which is written then.
 */
export function linksOf({ kind, alarmNames, incidentId }: Announcement, settings: Settings): readonly Link[] {
  const { STORE: store } = settings;
  return [
    { name: 'Runbook', url: store.runbookUrl },
    { name: 'Steps', url: stepsFor(store, alarmNames[0]) },
    { name: 'Dashboard', url: store.dashboardUrl },
    ...(hasReview(kind) ? [{ name: 'Review', url: reviewUrl(settings, incidentId) }] : []),
  ];
}

/** The runbook has a section for each alarm, which is called like the alarm without the store's name. */
function stepsFor({ stepsUrl, domainName }: Store, alarmName: string | undefined): string {
  return alarmName === undefined ? stepsUrl : `${stepsUrl}#${alarmName.slice(`${domainName}-`.length)}`;
}

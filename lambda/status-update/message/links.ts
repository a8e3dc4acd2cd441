import type { Announcement } from '../incident/announcement';
import { hasReview, reviewUrl } from '../review/review-due';
import type { Settings } from '../settings';

/** A place to look. */
export interface Link {
  readonly name: string;
  readonly url: string;
}

/** The runbook and the dashboard always; while it lasts an alarm, and once it is well the review, which is written then. */
export function linksOf({ kind, alarmNames, incidentId }: Announcement, settings: Settings): readonly Link[] {
  const { STORE: store, AWS_REGION: region } = settings;
  return [
    { name: 'Runbook', url: store.runbookUrl },
    { name: 'Dashboard', url: store.dashboardUrl },
    ...(hasReview(kind)
      ? [{ name: 'Review', url: reviewUrl(settings, incidentId) }]
      : alarmNames.slice(0, 1).map((name) => ({ name: 'Alarm', url: alarmUrl(name, region) }))),
  ];
}

/** The alarm in the CloudWatch console, in the form that the console itself uses; AWS promises no such link. */
function alarmUrl(alarmName: string, region: string): string {
  const home = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
  return `${home}#alarmsV2:alarm/${encodeURIComponent(alarmName)}`;
}

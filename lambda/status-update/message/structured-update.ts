import { severityOf } from '../contract/severity';
import type { StructuredUpdate } from '../contract/structured-update';
import type { Announcement } from '../incident/announcement';
import type { Store } from '../settings';
import type { MessageParts } from './body';

/** An announcement as data. The parts are those of the same announcement's text for people. */
export function structuredUpdate(
  announcement: Announcement,
  { subject, headline, lead, facts, links }: MessageParts & Pick<StructuredUpdate, 'subject' | 'headline'>,
  { domainName, storeName }: Store,
): StructuredUpdate {
  const { kind, incidentId, update, round = 1, phase, scope, drill, alarmNames } = announcement;
  return {
    schema: 1,
    incidentId,
    update,
    round,
    kind,
    phase,
    severity: severityOf(scope),
    drill,
    acknowledged: announcement.acknowledgedAtMs != null,
    subject,
    headline,
    what: lead.what,
    now: lead.now,
    you: lead.you,
    facts: facts.map(({ name, parts }) => ({ name, text: parts.join(' | ') })),
    store: { domainName, name: storeName },
    symptom: { kind: scope.kind, labels: [...scope.labels] },
    alarmNames: [...alarmNames],
    ...times(announcement),
    links: links.map(({ name, url }) => ({ name, url })),
  };
}

function times({ startedAtMs, atMs, nextUpdateAtMs }: Announcement) {
  const iso = (epochMs: number) => new Date(epochMs).toISOString();
  return {
    startedAt: iso(startedAtMs),
    at: iso(atMs),
    nextUpdateAt: nextUpdateAtMs === undefined ? null : iso(nextUpdateAtMs),
  };
}

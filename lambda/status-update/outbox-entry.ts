import type { Symptom } from '../../lib/alarms/symptom';
import type { Announcement } from './incident/announcement';
import { composeMessage } from './message/compose-message';
import type { Numbers } from './message/numbers';
import type { OutboxEntry } from './outbox/outbox';
import type { Publishing } from './publish-site';
import { countFailedRequests, readMetrics } from './read-metrics';

/** An announcement in words and numbers, ready to be sent. Numbers that can't be read are left out. */
export async function outboxEntry(announcement: Announcement, publishing: Publishing): Promise<OutboxEntry> {
  return {
    id: `${announcement.incidentId}#${announcement.update}`,
    reminder: announcement.kind === 'still' || announcement.kind === 'nudge',
    leasedUntilMs: 0,
    message: composeMessage(announcement, await numbersOf(announcement, publishing), publishing.settings),
  };
}

async function numbersOf(
  announcement: Announcement,
  { ports, settings, problems }: Publishing,
): Promise<Numbers> {
  if (announcement.wellSinceMs !== undefined) {
    const count = () => countFailedRequests(ports, settings.SYMPTOMS, announcement);
    return { readings: [], failedRequests: await problems.collect('metrics', count) };
  }
  const symptoms = settings.SYMPTOMS.filter(isWorthQuoting(announcement));
  const readings = await problems.collect('metrics', () => readMetrics(ports, symptoms));
  return { readings: readings ?? [] };
}

/** What fails, and always the error rate and the latency that shoppers meet. */
function isWorthQuoting({ alarmNames }: Announcement): (symptom: Symptom) => boolean {
  return ({ alarmName, kind }) => alarmNames.includes(alarmName) || kind === 'edge-errors' || kind === 'slow';
}

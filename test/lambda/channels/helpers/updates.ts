import type { StructuredUpdate } from '../../../../lambda/status-update/message/structured-update';

/** The first update about a store that went down at 09:57 UTC, but with `changes`. */
export function simpleUpdate(changes: Partial<StructuredUpdate> = {}): StructuredUpdate {
  return {
    schema: 1,
    incidentId: 'INC-20250301-07',
    update: 1,
    kind: 'opened',
    phase: 'investigating',
    severity: 'SEV1',
    drill: false,
    subject: '[SEV1] INVESTIGATING shop.example.com: store down #INC-20250301-07',
    body: 'WHAT     Example Shop is down',
    headline: 'store down',
    impact: "Example Shop is down: shoppers can't use the store.",
    automation: 'CloudFront shows the emergency page.',
    store: { domainName: 'shop.example.com', name: 'Example Shop' },
    symptom: { kind: 'store-down', labels: ['store'] },
    alarmNames: ['shop.example.com-store-down'],
    startedAt: '2025-03-01T09:57:00.000Z',
    at: '2025-03-01T10:00:00.000Z',
    nextUpdateAt: '2025-03-01T10:15:00.000Z',
    links: { runbook: 'https://wiki.example.com/runbook', dashboard: 'https://console.example.com/d' },
    ...changes,
  };
}

/** The last update of the same incident. */
export const RESOLVED = simpleUpdate({
  update: 4,
  kind: 'resolved',
  phase: 'resolved',
  alarmNames: [],
  nextUpdateAt: null,
});

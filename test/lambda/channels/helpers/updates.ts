import type { StructuredUpdate } from '../../../../lambda/status-update/contract/structured-update';

/** The first update about a store that went down at 09:57 UTC, but with `changes`. */
export function simpleUpdate(changes: Partial<StructuredUpdate> = {}): StructuredUpdate {
  return {
    schema: 1,
    incidentId: 'INC-20250301-07',
    update: 1,
    round: 1,
    kind: 'opened',
    phase: 'investigating',
    severity: 'SEV1',
    drill: false,
    acknowledged: false,
    subject: '[SEV1] INVESTIGATING shop.example.com: store down #INC-20250301-07',
    headline: 'store down',
    what: "Example Shop is down: shoppers can't use the store.",
    now: 'CloudFront shows the emergency page.',
    you: 'on-call: open the runbook.',
    facts: [{ name: 'Checkers', text: 'home: 16 of 16 fail in all 8 regions' }],
    store: { domainName: 'shop.example.com', name: 'Example Shop' },
    symptom: { kind: 'store-down', labels: ['store'] },
    alarmNames: ['shop.example.com-store-down'],
    startedAt: '2025-03-01T09:57:00.000Z',
    at: '2025-03-01T10:00:00.000Z',
    nextUpdateAt: '2025-03-01T10:15:00.000Z',
    links: [
      { name: 'Runbook', url: 'https://wiki.example.com/runbook' },
      { name: 'Dashboard', url: 'https://console.example.com/d' },
    ],
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

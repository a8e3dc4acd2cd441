import type { PlainAlarm } from '../../../../lambda/channels/plain-alarm';

/** What CloudWatch publishes about an outage that begins, but with `changes`. */
export const simpleNotification = (changes: Readonly<Record<string, unknown>> = {}) => ({
  AlarmName: 'shop.example.com-outage',
  AlarmDescription:
    "In ALARM: Some shoppers can't buy. Start with the store. In OK: nothing to do. Runbook: https://wiki.example.com/r Steps: https://steps.example.com/s",
  AWSAccountId: '111122223333',
  NewStateValue: 'ALARM',
  NewStateReason: 'shop.example.com-store-down transitioned to ALARM',
  StateChangeTime: '2025-03-01T09:58:00.000+0000',
  Region: 'US East (N. Virginia)',
  OldStateValue: 'OK',
  ...changes,
});

/** The same as channels know it, but with `changes`. */
export const simpleAlarm = (changes: Partial<PlainAlarm> = {}): PlainAlarm => ({
  name: 'shop.example.com-outage',
  state: 'ALARM',
  text: "Some shoppers can't buy. Start with the store.",
  reason: 'shop.example.com-store-down transitioned to ALARM',
  at: '2025-03-01T09:58:00.000Z',
  links: [
    { name: 'Runbook', url: 'https://wiki.example.com/r' },
    { name: 'Steps', url: 'https://steps.example.com/s' },
  ],
  ...changes,
});

/** The end of it. */
export const OVER = simpleAlarm({ state: 'OK', text: 'nothing to do.' });

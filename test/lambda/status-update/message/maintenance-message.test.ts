import { composeMaintenance } from '../../../../lambda/status-update/message/maintenance-message';
import type { Maintenance } from '../../../../lambda/status-update/state/maintenance';
import { SETTINGS } from '../helpers/settings';
import { simpleMaintenance } from '../helpers/states';

const bodyOf = (status: Maintenance['status'], incidentId?: string) =>
  composeMaintenance(simpleMaintenance({ status }), SETTINGS.STORE, incidentId).body.replace(/\s+/g, ' ');

describe('message about maintenance', () => {
  test.each([
    [
      'scheduled',
      'YOU oncall-shop: watch the dashboard yourself while it lasts. NEXT A message when it begins, at',
    ],
    ['in_progress', 'NEXT A message when it ends, by 23:30 UTC (00:30 Europe/Warsaw) From'],
    ['completed', 'YOU oncall-shop: check the store and the dashboard once. NEXT No further message. From'],
    [
      'cancelled',
      'has been cancelled. NOW Alarms are unaffected. YOU oncall-shop: do not start the work. NEXT No',
    ],
  ] as const)('that is %s says what to do then, and when the next one comes', (status, text) => {
    expect(bodyOf(status)).toContain(text);
  });

  test.each([
    ['scheduled', true],
    ['in_progress', true],
    ['completed', false],
    ['cancelled', false],
  ] as const)('that is %s shows what shoppers read of it: %s', (status, shown) => {
    expect(bodyOf(status).includes('We move to a bigger database.')).toBe(shown);
  });

  test('names the day when it begins on another one', () => {
    const window = simpleMaintenance({ changedAtMs: Date.parse('2025-02-28T08:00:00Z') });
    const { body } = composeMaintenance(window, SETTINGS.STORE);
    expect(body.replace(/\s+/g, ' ')).toContain('A message when it begins, at 2025-03-01 22:00 UTC (23:00');
  });

  test('says that an incident goes on all the same', () => {
    const running = 'INC-20250301-07 goes on, and you hear of it as before.';
    expect(bodyOf('in_progress', 'INC-20250301-07')).toContain(
      `no plain outage alarm is sent. ${running} YOU`,
    );
    expect(bodyOf('in_progress')).not.toContain('INC-');
  });
});

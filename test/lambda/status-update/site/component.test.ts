import { componentStatus } from '../../../../lambda/status-update/site/component';

describe('status of the store as a component', () => {
  test.each([
    ['store-down', 'investigating', 'major_outage'],
    ['edge-outage', 'identified', 'major_outage'],
    ['endpoint-down', 'investigating', 'partial_outage'],
    ['slow', 'identified', 'degraded_performance'],
    ['store-down', 'monitoring', 'operational'],
    ['store-down', 'resolved', 'operational'],
    ['maintenance', 'scheduled', 'operational'],
    ['maintenance', 'in_progress', 'under_maintenance'],
    ['maintenance', 'completed', 'operational'],
  ] as const)('of %s while %s is %s', (kind, status, component) => {
    expect(componentStatus({ kind, status })).toBe(component);
  });
});

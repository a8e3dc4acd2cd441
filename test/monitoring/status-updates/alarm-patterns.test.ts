import { alarmPatterns } from '../../../lib/monitoring/status-updates/status-update-rules';

const LIMIT = 2_048;
const namesIn = (alarmNames: readonly string[]) =>
  alarmPatterns(alarmNames).map(({ detail }) => detail?.['alarmName']);
const AROUND =
  '{"source":["aws.cloudwatch"],"detail-type":["CloudWatch Alarm State Change"],"detail":{"alarmName":["a",""]}}';

describe('event patterns of alarms', () => {
  test.each([
    ['below', LIMIT - 1, 1],
    ['at', LIMIT, 1],
    ['above', LIMIT + 1, 2],
  ])('%s the limit of EventBridge, %i characters, need so many rules: %i', (_where, characters, rules) => {
    expect(alarmPatterns(['a', 'b'.repeat(characters - AROUND.length)])).toHaveLength(rules);
  });

  test('name each alarm once, in order', () => {
    const names = Array.from({ length: 100 }, (_item, index) => `shop.example.com-endpoint-${index}-down`);
    expect(namesIn(names).length).toBeGreaterThan(1);
    expect(namesIn(names).flat()).toEqual(names);
  });
});

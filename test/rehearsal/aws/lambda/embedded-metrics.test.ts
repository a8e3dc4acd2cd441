import { embeddedMetrics } from '../../../../lib/rehearsal/aws/lambda/embedded-metrics';

const line = (root: object, Dimensions: readonly (readonly string[])[] = [['service']]): string =>
  JSON.stringify({
    _aws: {
      Timestamp: 1,
      CloudWatchMetrics: [{ Namespace: 'Shop', Dimensions, Metrics: [{ Name: 'Sent', Unit: 'Count' }] }],
    },
    service: 'status',
    store: 'shop.example.com',
    ...root,
  });

describe('embedded metrics', () => {
  test('are read from a line of the log, once for each set of dimensions', () => {
    const metric = { namespace: 'Shop', name: 'Sent' };
    expect(embeddedMetrics(line({ Sent: 2 }, [['service'], ['service', 'store']]))).toEqual([
      { metric: { ...metric, dimensions: { service: 'status' } }, value: 2, resolution: 'standard' },
      {
        metric: { ...metric, dimensions: { service: 'status', store: 'shop.example.com' } },
        value: 2,
        resolution: 'standard',
      },
    ]);
  });

  test.each([
    [1, 'high'],
    [60, 'standard'],
  ])('of storage resolution %d have %s resolution', (StorageResolution, resolution) => {
    const text = line({ Sent: 2 }).replace('"Unit"', `"StorageResolution":${StorageResolution},"Unit"`);
    expect(embeddedMetrics(text)).toMatchObject([{ resolution }]);
  });

  test('may hold several values', () => {
    expect(embeddedMetrics(line({ Sent: [1, 2] })).map(({ value }) => value)).toEqual([1, 2]);
  });

  test.each([{}, { Sent: null }, { Sent: 'two' }, { Sent: [] }])('are none without a number: %j', (root) => {
    expect(embeddedMetrics(line(root))).toEqual([]);
  });

  test.each([
    'no JSON, but "CloudWatchMetrics"',
    '{"_aws":{"CloudWatchMetrics":1}}',
    '{"message":"incident announced"}',
    '',
  ])('are none in %j', (text) => {
    expect(embeddedMetrics(text)).toEqual([]);
  });
});

import { previewPort } from '../../../lib/emergency-site/preview/preview-port';

describe('port of the preview', () => {
  test.each([
    [[], 8_082],
    [['--port', '0'], 0],
    [['--port=65535'], 65_535],
  ])('of %j is %d', (args, port) => {
    expect(previewPort(args)).toBe(port);
  });

  test.each([
    [['--port', '65536'], '--port: must be a whole number from 0 to 65535, got 65536'],
    [['--port', 'many'], '--port: must be a whole number from 0 to 65535, got many'],
    [['--ports', '1'], "Unknown option '--ports'"],
  ])('of %j fails by name', (args, message) => {
    expect(() => previewPort(args)).toThrow(message);
  });
});

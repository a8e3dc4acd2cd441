import { runInNewContext } from 'node:vm';
import { edgeFunctionCode } from '../../../lib/private/bundling/edge-function-code';

const codeOf = (settings: object) =>
  edgeFunctionCode({
    name: 'emergency-response/viewer-response',
    variable: 'SETTINGS',
    settings,
    tooLarge: (bytes, most) => `too large, got ${bytes} of ${most}`,
  });

/** The code without texts is smaller than allowed by this many bytes. */
const ROOM = 10_240 - Buffer.byteLength(codeOf({ formTexts: '' }));

describe('code of a CloudFront Function', () => {
  test('begins with the settings that it reads, and has no others', () => {
    const code = codeOf({ languages: ['en'], languageCookie: 'lang' });
    expect(code).toMatch(/^var SETTINGS=\{"languages":\["en"\]\};/);
  });

  test('has settings in ASCII, which read as they were written', () => {
    const frameAncestors = 'é 中文 \u2028 </script> "\\';
    const code = codeOf({ frameAncestors });
    expect(code).toMatch(/^[\x20-\x7e\n]*$/);
    expect(runInNewContext(`${code};SETTINGS.frameAncestors`)).toBe(frameAncestors);
  });

  test.each([
    ['may be as large as CloudFront allows', ROOM, undefined],
    ['is refused when it is a byte larger', ROOM + 1, 'too large, got 10241 of 10240'],
  ])('%s', (_what, length, message) => {
    const make = () => Buffer.byteLength(codeOf({ formTexts: 'x'.repeat(length) }));
    if (message === undefined) {
      expect(make()).toBe(10_240);
    } else {
      expect(make).toThrow(message);
    }
  });
});

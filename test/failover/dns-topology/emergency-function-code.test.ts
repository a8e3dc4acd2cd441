import {
  emergencyFunctionCode,
  emergencyFunctionSettings,
} from '../../../lib/failover/dns-topology/emergency-function-code';
import { findStrings } from '../../../lib/page/strings/languages';
import { FRAME_ANCESTORS } from '../../helpers/cloudfront-function';
import { LANGUAGES, pageProps } from '../../helpers/page-props';

const SETTINGS = emergencyFunctionSettings(
  pageProps({ language: 'pl', languages: LANGUAGES }),
  FRAME_ANCESTORS,
);
const EVENTS = ['viewer-request', 'viewer-response'] as const;

describe('settings of the emergency functions', () => {
  test("begin with the store's own language", () => {
    expect(SETTINGS.languages).toEqual(['pl', 'en', 'fr', 'ru', 'zh-Hans', 'zh-Hant']);
  });

  test.each([
    [{ email: 'a@example.com' }, '<a href="mailto:a@example.com">a@example.com</a>'],
    [{ phone: '+48 12' }, '<a href="tel:+4812">+48 12</a>'],
    [
      { phone: '+48 12', email: 'a@example.com' },
      '<a href="tel:+4812">+48 12</a><a href="mailto:a@example.com">a@example.com</a>',
    ],
  ])('link whoever can be reached: %j', (contact, links) => {
    expect(emergencyFunctionSettings(pageProps({ contact }), FRAME_ANCESTORS).contact).toBe(links);
  });

  test('have texts in ASCII', () => {
    const [heading] = SETTINGS.formTexts['zh-Hans'] ?? [];
    const written = heading?.replace(/&#(\d+);/g, (_match, code) => String.fromCodePoint(Number(code)));
    expect(written).toBe(findStrings('zh-Hans')?.script.heading);
    expect(JSON.stringify(SETTINGS)).toMatch(/^[\x20-\x7e]*$/);
  });

  test('fail when there are no sentences in a language', () => {
    expect(() => emergencyFunctionSettings(pageProps({ languages: ['en', 'tlh'] }), FRAME_ANCESTORS)).toThrow(
      'page.languages: has no sentences, got tlh',
    );
  });
});

describe('code of the emergency functions', () => {
  test.each(EVENTS)('of %s is one script with a handler and no modules', (event) => {
    const code = emergencyFunctionCode(event, SETTINGS);
    expect(code).toContain('function handler(event)');
    expect(code).not.toMatch(/\b(import|export|require)\b/);
  });

  // JavaScript runtime 2.0 knows neither, by AWS's list of its features.
  test.each(EVENTS)('of %s has no destructuring, spread, for-of or optional chaining', (event) => {
    const code = emergencyFunctionCode(event, SETTINGS);
    expect(code).not.toMatch(/(const|let|var)\s*[[{]|\.\.\.|\bof\b\s|\?\.[a-z]|\?\?/i);
  });

  test('fails when it is larger than CloudFront allows', () => {
    const long = { ...SETTINGS, formTexts: { en: ['x'.repeat(10_240)] } };
    expect(() => emergencyFunctionCode('viewer-request', long)).toThrow(
      /^page\.languages: make the viewer-request function too large, got \d+ bytes; at most 10240, so name fewer$/,
    );
  });
});

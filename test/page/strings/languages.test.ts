import { availableLanguages, findStrings } from '../../../lib/page/strings/languages';
import type { PageStrings } from '../../../lib/page/strings/page-strings';

function entriesOf(strings: PageStrings): Map<string, string> {
  const { script, ...others } = strings;
  return new Map([
    ...Object.entries(others),
    ...Object.entries(script).map(([key, text]): [string, string] => [`script.${key}`, text]),
  ]);
}

function stringsOf(language: string): Map<string, string> {
  const strings = findStrings(language);
  if (!strings) {
    throw new Error(`${language}: has no sentences`);
  }
  return entriesOf(strings);
}

const placeholders = (text = ''): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

const ENGLISH = stringsOf('en');

describe('sentences of the page', () => {
  test('are there in six languages', () => {
    expect(availableLanguages()).toEqual(['en', 'fr', 'pl', 'ru', 'zh-Hans', 'zh-Hant']);
    expect(findStrings('tlh')).toBeUndefined();
  });

  describe.each(availableLanguages())('in %s', (language) => {
    const strings = stringsOf(language);

    test('are complete, and none is empty', () => {
      expect([...strings.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
      for (const text of strings.values()) {
        expect(text.trim()).not.toBe('');
      }
    });

    test('have the same placeholders as the English ones', () => {
      for (const [key, text] of ENGLISH) {
        expect([key, placeholders(strings.get(key))]).toEqual([key, placeholders(text)]);
      }
    });

    test('are translated', () => {
      const same = [...strings].filter(([key, text]) => ENGLISH.get(key) === text).map(([key]) => key);
      const allowed = language === 'en' ? [...ENGLISH.keys()] : ['direction', 'reviewedBy', 'offerCode'];
      expect(same.filter((key) => !allowed.includes(key))).toEqual([]);
    });
  });

  test.each([
    ['zh-Hans', /[們這買車與絡時間後續頁務單]/],
    ['zh-Hant', /[们这买车与络时间后续页务单]/],
  ])('in %s keep to their own characters', (language, others) => {
    expect([...stringsOf(language).values()].filter((text) => others.test(text))).toEqual([]);
  });
});

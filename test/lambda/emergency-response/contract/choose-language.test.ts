import {
  chooseLanguage,
  languageOfPath,
} from '../../../../lambda/emergency-response/contract/choose-language';
import { LANGUAGES } from '../../../helpers/page-props';

describe('language', () => {
  test.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    ['fr-CA', 'fr'],
    ['pl', 'pl'],
    ['ru-RU', 'ru'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-hans-tw', 'zh-Hans'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh_tw', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['yue-Hans', 'zh-Hans'],
    ['de', undefined],
    ['', undefined],
    ['*', undefined],
    ['enm', undefined],
    ['%', undefined],
  ])('for a shopper who wants %p is %s', (wish, language) => {
    expect(chooseLanguage([wish], LANGUAGES)).toBe(language);
  });

  test('is the first wish that can be met', () => {
    expect(chooseLanguage(['', 'de', 'ru', 'pl'], LANGUAGES)).toBe('ru');
    expect(chooseLanguage(['ru', 'zh-TW', 'fr'], ['en', 'zh-Hans', 'fr'])).toBe('fr');
  });
});

describe('address of a store', () => {
  test.each([
    ['/pl/shoes', 'pl'],
    ['/pl', 'pl'],
    ['/zh-hant/', 'zh-hant'],
    ['/zh_TW/a', 'zh_TW'],
    ['/pl-shoes/', ''],
    ['/play', ''],
    ['/products/pl', ''],
    ['/', ''],
  ])('%s begins with the language %p', (path, language) => {
    expect(languageOfPath(path)).toBe(language);
  });
});

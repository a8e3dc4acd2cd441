import { validateRehearsal } from '../../lib/validation/validate-rehearsal';
import { storeProps } from '../helpers/store-props';

const seconds = (got: string): string =>
  `budgets.detectSeconds: must be above 0 seconds, got ${got}; up to 86400; leave it out for the default`;
const amount = (got: string): string =>
  `revenuePerMinute.amount: must be above 0, got ${got}; leave revenuePerMinute out if nobody knows`;
const currency = (got: string): string =>
  `revenuePerMinute.currency: must be an ISO 4217 code, got ${got}; write three capital letters, such as EUR`;

describe('rehearsal budgets', () => {
  test.each([[0.001], [1], [86_400], [undefined]])('may be %s seconds', (detectSeconds) => {
    expect(validateRehearsal(storeProps({ budgets: { detectSeconds } }))).toEqual([]);
  });

  test.each([
    [-1, seconds('-1')],
    [0, seconds('0')],
    [86_401, seconds('86401')],
    [Number.NaN, seconds('"NaN"')],
    [Number.POSITIVE_INFINITY, seconds('"Infinity"')],
  ])('fail at %s seconds', (detectSeconds, message) => {
    expect(validateRehearsal(storeProps({ budgets: { detectSeconds } }))).toEqual([message]);
  });
});

describe('journey of shoppers', () => {
  test.each([
    [{}],
    [{ home: '/' }],
    [{ cart: '/panier', checkout: `/${'a'.repeat(254)}` }],
    [{ cart: undefined }],
  ])('may be %j', (journey) => {
    expect(validateRehearsal(storeProps({ journey }))).toEqual([]);
  });

  const notAPath = (got: string) =>
    `journey.cart: must be a path, got ${got}; write a slash and up to 254 characters, without query and spaces, such as /kasa`;
  test.each([
    [{ cart: 'panier' }, notAPath('"panier"')],
    [{ cart: '/?add=1' }, notAPath('"/?add=1"')],
    [{ cart: '/my cart' }, notAPath('"/my cart"')],
    [{ cart: `/${'a'.repeat(255)}` }, notAPath(`"/${'a'.repeat(255)}"`)],
    [
      { cart: '/корзина' },
      'journey.cart: must be percent-encoded, as browsers send it, got "/корзина"; write /%D0%BA%D0%BE%D1%80%D0%B7%D0%B8%D0%BD%D0%B0',
    ],
    [
      { cart: '/kasa', checkout: '/kasa' },
      'journey.checkout: must be a path of its own, got "/kasa"; journey.cart has the same; leave one of them out',
    ],
  ])('fails as %j', (journey, message) => {
    expect(validateRehearsal(storeProps({ journey: journey as object }))).toEqual([message]);
  });
});

describe('revenue per minute', () => {
  test('may be left out', () => {
    expect(validateRehearsal(storeProps())).toEqual([]);
  });

  test('may be a fraction of a currency', () => {
    const revenuePerMinute = { amount: 0.5, currency: 'EUR' };
    expect(validateRehearsal(storeProps({ revenuePerMinute }))).toEqual([]);
  });

  test.each([
    [0, 'EUR', [amount('0')]],
    [Number.POSITIVE_INFINITY, 'EUR', [amount('"Infinity"')]],
    [1, 'eur', [currency('"eur"')]],
    [1, 'EU', [currency('"EU"')]],
    [1, 'EURO', [currency('"EURO"')]],
    [-1, '€', [amount('-1'), currency('"€"')]],
  ])('fails as %s %s', (amountGiven, currencyGiven, mistakes) => {
    const revenuePerMinute = { amount: amountGiven, currency: currencyGiven };
    expect(validateRehearsal(storeProps({ revenuePerMinute }))).toEqual(mistakes);
  });
});

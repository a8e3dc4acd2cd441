import fc from 'fast-check';
import { type PathClues, storePathsFrom, USUAL_PATHS } from '../../lib/failover/store-paths';
import { payingPathPatterns, storePaths } from '../../lib/failover/store-paths-of-props';
import type { UnderstudyProps } from '../../lib/understudy-props';
import { edgeProps, storeProps } from '../helpers/store-props';

const paying = (...checkoutPathPatterns: string[]) => ({ ...storeProps().page, checkoutPathPatterns });
const from = (clues: Partial<PathClues>) => storePathsFrom({ endpoints: [], ...clues });

describe('paths of a store', () => {
  test('are the usual ones where nothing is known', () => {
    expect(from({})).toEqual(USUAL_PATHS);
  });

  test('are those that its endpoints are named after, without their queries', () => {
    const endpoints = [
      { name: 'home', path: '/fr?probe=1' },
      { name: 'cart', path: '/mon-sac' },
      { name: 'checkout', path: '/zahlen?probe=1' },
    ];
    expect(from({ endpoints })).toMatchObject({ home: '/fr', cart: '/mon-sac', checkout: '/zahlen' });
  });

  test.each([
    ['/panier', 'cart'],
    ['/koszyk', 'cart'],
    ['/shop/warenkorb', 'cart'],
    ['/kasa', 'checkout'],
    ['/de/kasse', 'checkout'],
    ['/commande', 'checkout'],
  ] as const)('follow from what stores call them: %s is the %s', (path, page) => {
    expect(
      from({
        endpoints: [
          { name: 'shop', path: '/' },
          { name: 'other', path },
        ],
      })[page],
    ).toBe(path);
  });

  test.each([
    [{ endpoints: [{ name: 'pay', path: '/pay/now' }], checkoutPathPatterns: ['/pay/*'] }, '/pay/now'],
    [{ checkoutPathPatterns: ['/pay/*'] }, '/pay'],
    [{ checkoutPathPatterns: ['*pay*'] }, '/checkout'],
    [{ endpoints: [{ name: 'checkout', path: '/?wc-ajax=checkout' }] }, '/checkout'],
  ])('have the checkout where shoppers pay: %j leads to %s', (clues, checkout) => {
    expect(from(clues).checkout).toBe(checkout);
  });

  test.each([
    [['/assets/*'], '/assets/shop.css'],
    [['*.css', '/files/*'], '/files/shop.css'],
    [['*.css'], '/static/shop.css'],
  ])('have files where everybody gets a copy: %j leads to %s', (staticPathPatterns, asset) => {
    expect(from({ staticPathPatterns }).asset).toBe(asset);
  });

  test.each<[Partial<PathClues>, string | undefined]>([
    [{}, '/checkout/thank-you'],
    [{ journey: { checkout: '/kasa/' } }, '/kasa/thank-you'],
    [{ journey: { paymentReturn: '/back' }, paymentReturnPathPatterns: [] }, '/back'],
    [{ paymentReturnPathPatterns: ['/Checkout/*'] }, '/checkout/thank-you'],
    [{ paymentReturnPathPatterns: ['*wc-api=*', '*order-received*'] }, '/order-received'],
    [{ paymentReturnPathPatterns: ['*wc-api=*'] }, undefined],
    [{ paymentReturnPathPatterns: [] }, undefined],
    [{ paymentReturnPathPatterns: ['/back*'], endpoints: [{ path: '/back/probe?now=1' }] }, undefined],
    [{ paymentReturnPathPatterns: ['/cart*'] }, undefined],
  ])('have the way back from paying where CloudFront waits for it: %j leads to %s', (clues, path) => {
    expect(from(clues).paymentReturn).toBe(path);
  });

  test('are what the owner says, before anything else', () => {
    const endpoints = [{ name: 'checkout', path: '/checkout' }];
    expect(from({ endpoints, journey: { checkout: '/kasa' } }).checkout).toBe('/kasa');
  });

  test('come from the props', () => {
    const props = edgeProps({ mirroredPathPatterns: ['/assets/*'] });
    const endpoints = [{ name: 'checkout', path: '/kasa', searchString: 'Kasa', critical: true }];
    expect(storePaths({ ...props, healthChecks: { endpoints } })).toEqual({
      ...USUAL_PATHS,
      checkout: '/kasa',
      paymentReturn: '/kasa/thank-you',
      asset: '/assets/shop.css',
    });
    expect(storePaths(storeProps({ journey: { cart: '/panier' } })).cart).toBe('/panier');
    expect(storePaths(edgeProps({ paymentReturnPathPatterns: ['/back*'] })).paymentReturn).toBe('/back');
  });

  test.each<[Partial<UnderstudyProps>, readonly string[]]>([
    [{}, ['*checkout*', '*payment*']],
    [{ journey: { checkout: '/pl/Checkout' } }, ['*checkout*', '*payment*']],
    [{ journey: { checkout: '/', home: '/home' } }, ['*checkout*', '*payment*']],
    [{ journey: { checkout: '/kasa' } }, ['*checkout*', '*payment*', '/kasa*']],
    [{ journey: { checkout: '/kasa' }, page: paying('/zaplac*') }, ['/zaplac*']],
  ])('of paying are those of the page, and the checkout: %j', (changes, patterns) => {
    expect(payingPathPatterns(storeProps(changes))).toEqual(patterns);
  });

  test.each([
    ['/kasa/pay', '/kasa/pay'],
    ['/search', USUAL_PATHS.checkout],
    ['/', USUAL_PATHS.checkout],
  ])(
    'of an endpoint at %s, where shoppers pay by the pattern *pay*, make the checkout %s',
    (path, checkout) => {
      const clues = { endpoints: [{ name: 'one', path }], checkoutPathPatterns: ['*pay*'] };
      expect(storePathsFrom(clues).checkout).toBe(checkout);
    },
  );

  test('are never the same for two pages, whatever is known', () => {
    const path = fc.constantFrom(
      '/',
      '/cart',
      '/checkout',
      '/kasa',
      '/panier',
      '/products/teapot',
      '/static/shop.css',
    );
    const endpoint = fc.record({ name: fc.constantFrom('home', 'cart', 'checkout', 'x'), path });
    fc.assert(
      fc.property(fc.array(endpoint), fc.option(path, { nil: undefined }), (endpoints, cart) => {
        const paths = Object.values(storePathsFrom({ endpoints, journey: cart ? { cart } : {} }));
        expect(new Set(paths).size).toBe(paths.length);
      }),
    );
  });
});

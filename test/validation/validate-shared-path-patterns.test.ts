import type { EdgeTopology, UnderstudyProps } from '../../lib/understudy-props';
import { findMistakes } from '../../lib/validation/validate-props';
import { type Mistaken, testMistakes, token } from '../helpers/mistaken-props';
import { edgeProps, storeProps } from '../helpers/store-props';

const FIRST = 'topology.sharedPathPatterns[0]:';
const NO_FORMS = 'shared paths take no POST and know no shopper, so name what is the same for everybody';

const sharing = (...sharedPathPatterns: string[]): UnderstudyProps => edgeProps({ sharedPathPatterns });
const with_ = (topology: Partial<EdgeTopology>, changes: Partial<UnderstudyProps>): UnderstudyProps => ({
  ...edgeProps(topology),
  ...changes,
});
const form = (pattern: string, path: string): Mistaken => [
  sharing(pattern),
  `${FIRST} must not match ${path}, where stores take forms, got "${pattern}"; ${NO_FORMS}`,
];
const paying = (...checkoutPathPatterns: string[]): Partial<UnderstudyProps> => ({
  page: { ...storeProps().page, checkoutPathPatterns },
});

const payment = (pattern: string, path: string, ...own: string[]): Mistaken => [
  edgeProps({ sharedPathPatterns: [pattern], ...(own.length > 0 && { paymentReturnPathPatterns: own }) }),
  `${FIRST} must not match ${path}, where shoppers come back from paying, got "${pattern}"; ${NO_FORMS}`,
];
const onlyWatching = (path: string): Partial<UnderstudyProps> => ({
  healthChecks: { endpoints: [{ name: 'health', path, searchString: 'ok', critical: true }] },
});

const MISTAKES: Mistaken[] = [
  [sharing('assets/*'), `${FIRST} must start with a slash, got "assets/*"; write it as /static/*`],
  [
    sharing('/assets/*', '/assets/*'),
    'topology.sharedPathPatterns[1]: must be unique, got "/assets/*"; name each pattern once',
  ],
  [sharing('/*'), `${FIRST} must not match every path, got "/*"; ${NO_FORMS}`],
  [sharing('/**'), `${FIRST} must not match every path, got "/**"; ${NO_FORMS}`],
  [
    sharing('/understudy/*.svg'),
    `${FIRST} must not lie within /understudy/*, got "/understudy/*.svg"; that is where the emergency site lives`,
  ],
  [
    edgeProps({ mirroredPathPatterns: ['/static/*'], sharedPathPatterns: ['/static/img/*'] }),
    `${FIRST} must not lie within /static/*, got "/static/img/*"; mirrored paths come first; name it in one of the two`,
  ],
  [
    with_({ sharedPathPatterns: ['/robots.txt'] }, { documents: { '/robots.txt': '' } }),
    `${FIRST} must not lie within /robots.txt, got "/robots.txt"; documents come first; leave it out here`,
  ],
  [sharing('/'), `${FIRST} must not match the watched path /, got "/"; ${NO_FORMS}`],
  [
    sharing('/checkout*'),
    `${FIRST} must not match the watched path /checkout, got "/checkout*"; ${NO_FORMS}`,
  ],
  // Below or beside the checkout, by the page's own patterns.
  form('/checkout/assets/*', '*checkout*'),
  form('/payment-icons/*', '*payment*'),
  form('/de/checkout/*', '*checkout*'),
  // By what stores commonly have.
  form('/cart*', '/cart'),
  form('/api/*', '/api/cart'),
  form('/*.php', '/wp-admin/admin-ajax.php'),
  form('/graph?l', '/graphql'),
  form('/koszyk', '/koszyk'),
  form('/panier/*', '/panier/'),
  form('/shop/*', '/shop/cart'),
  form('/rest/*', '/rest/V1/guest-carts'),
  form('/My-Account/*', '/my-account/'),
  // Below a language or a country, whatever else is there.
  form('/pl/*', '/pl/'),
  form('/pt-br/c*', '/pt-br/cart'),
  form('/us/*', '/us/'),
  form('/en', '/en'),
  form('/??/panier', '/en/panier'),
  // The home page: WooCommerce sends orders there, and the emergency page asks it whether the store is open.
  [
    with_({ sharedPathPatterns: ['/'] }, onlyWatching('/health')),
    `${FIRST} must not match /, where stores take forms, got "/"; ${NO_FORMS}`,
  ],
  // Where nobody would be known after paying.
  payment('/module/*', '/module/*'),
  payment('/orders/*', '/orders/*'),
  payment('/zaplac/*', '/zaplac/wynik', '/zaplac/wynik'),
  [
    sharing('/чай/*'),
    `${FIRST} must have no character that CloudFront refuses, got "/чай/*"; ` +
      'write other letters as browsers send them, percent-encoded, or put an asterisk in their place',
  ],
  // By where the owner says that shoppers go: a form below the catalogue would lose the basket.
  [
    with_({ sharedPathPatterns: ['/products/*'] }, { journey: { cart: '/products/add-to-cart' } }),
    `${FIRST} must not match /products/add-to-cart, where stores take forms, got "/products/*"; ${NO_FORMS}`,
  ],
  [
    with_({ sharedPathPatterns: ['/sklep/*'] }, { journey: { checkout: '/sklep/zaplac' } }),
    `${FIRST} must not match /sklep/zaplac, where stores take forms, got "/sklep/*"; ${NO_FORMS}`,
  ],
  [
    with_({ sharedPathPatterns: ['/produkty/*'] }, paying('/produkty/*/zamow')),
    `${FIRST} must not match /produkty/*/zamow, where stores take forms, got "/produkty/*"; ${NO_FORMS}`,
  ],
];

describe('a shared path pattern', () => {
  testMistakes(MISTAKES);

  test.each([
    ['/assets/*'],
    ['/*.css'],
    ['/js/*'],
    ['/*/assets/*'],
    ['/pl/media/*'],
    ['/img/platnosci/*'],
    ['/products/*'],
    ['/categories/*', '/media/*', '/p/?????'],
  ])('is accepted where only the store can know better: %s %s %s', (...patterns) => {
    expect(findMistakes(sharing(...patterns.filter(Boolean)))).toEqual([]);
  });

  test('is accepted where it and a mirrored one have only some paths in common', () => {
    const topology = { mirroredPathPatterns: ['/static/*'], sharedPathPatterns: ['/*.css'] };
    expect(findMistakes(edgeProps(topology))).toEqual([]);
  });

  test('is accepted below a checkout path that is none of the store', () => {
    expect(findMistakes(with_({ sharedPathPatterns: ['/checkout-icons/*'] }, paying('/kasa*')))).toEqual([]);
  });

  test('is not judged while only a deployment knows it', () => {
    expect(findMistakes(sharing(token()))).toEqual([]);
  });
});

describe('the number of cache behaviors', () => {
  const shared = (count: number) => Array.from({ length: count }, (_, index) => `/a${index}/*`);
  const behaviors = (count: number): UnderstudyProps =>
    with_(
      { mirroredPathPatterns: ['/static/*'], sharedPathPatterns: shared(count) },
      { documents: { '/robots.txt': '' } },
    );

  test.each([70, 71])('is accepted with %i shared patterns beside three others', (count) => {
    expect(findMistakes(behaviors(count))).toEqual([]);
  });

  test('fails above the quota, which counts the default one', () => {
    expect(findMistakes(behaviors(72))).toEqual([
      'topology.sharedPathPatterns: must leave at most 74 cache behaviors, with those of the emergency site, ' +
        'documents and mirrored paths, got 75; join patterns with an asterisk',
    ]);
  });
});

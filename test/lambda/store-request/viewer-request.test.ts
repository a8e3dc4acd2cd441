import { Duration } from 'aws-cdk-lib';
import { aRequest, passRequest } from '../../helpers/store-request-function';

const SHORT = { readTimeout: 9, connectionTimeout: 2 };

const shortened = (method: string, uri: string, patterns?: readonly string[]) =>
  passRequest(aRequest(method, uri), patterns && { paymentReturnPathPatterns: patterns }).timeouts !==
  undefined;

describe('the function before the store', () => {
  test.each(['GET', 'HEAD'])('gives up on a page early: %s', (method) => {
    expect(passRequest(aRequest(method, '/')).timeouts).toEqual(SHORT);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'leaves the long timeout of the origin to %s, whatever the path',
    (method) => {
      for (const uri of ['/', '/kasa', '/products/teapot', '/wc-api/x']) {
        expect(shortened(method, uri)).toBe(false);
      }
    },
  );

  test.each([
    // WooCommerce
    '/checkout/order-received/4711/',
    '/zamowienie/order-received/4711/',
    '/wc-api/WC_Gateway_Paypal/',
    '/?wc-api=WC_Gateway_Paypal',
    // OpenCart, PrestaShop without rewritten addresses
    '/index.php?route=checkout/success',
    '/index.php?route=extension%2Fpayment%2Fpaypal%2Fcallback',
    '/index.php?fc=module&module=stripe&controller=validation',
    // Magento, Shopware, Shopify
    '/checkout/onepage/success/',
    '/checkout/finish',
    '/4711/checkouts/abc/thank_you',
    '/thank-you/4711',
    '/thankyou',
    '/orders/abc',
    // PrestaShop
    '/module/ps_checkout/validation',
    '/order-confirmation',
    '/confirmation-commande',
    // the words of languages
    '/payment/return',
    '/Payment/Return',
    '/paiement',
    '/commande/merci',
    '/kasa/podziekowanie',
    '/pl/kasa/powrot',
    '/platnosc',
    '/potwierdzenie-zamowienia',
    '/oplata',
    '/zakaz/123',
    '/%D0%BE%D0%BF%D0%BB%D0%B0%D1%82%D0%B0',
    '/%d0%be%d0%bf%d0%bb%d0%b0%d1%82%d0%b0',
    '/zhifu/back',
    '/%E6%94%AF%E4%BB%98/back',
    '/%E7%B5%90%E5%B8%B3',
  ])('waits for a payment that comes back by GET: %s', (uri) => {
    expect(shortened('GET', uri)).toBe(false);
  });

  test.each([
    '/',
    '/checkout',
    '/kasa',
    '/cart',
    '/products/teapot',
    '/search',
    '/account',
    '/%E8%8C%B6',
    '/?page=2',
    '/index.php?route=product/product',
  ])('gives up early where nobody comes back from paying: %s', (uri) => {
    expect(shortened('GET', uri)).toBe(true);
  });

  test("takes the owner's payment returns in place of all others", () => {
    const own = ['/retour/*', '*спасибо*'];
    expect(shortened('GET', '/retour/stripe', own)).toBe(false);
    expect(shortened('GET', `/${encodeURIComponent('спасибо')}`, own)).toBe(false);
    expect(shortened('GET', '/retour/stripe?id=1', own)).toBe(false);
    expect(shortened('GET', '/?back=stripe&id=1', ['/?back=*'])).toBe(false);
    expect(shortened('GET', '/retour', own)).toBe(true);
    expect(shortened('GET', '/payment/return', own)).toBe(true);
    expect(shortened('GET', '/payment/return', [])).toBe(true);
  });

  test("takes the owner's times", () => {
    const topology = {
      connectionTimeout: Duration.seconds(1),
      readTimeout: Duration.seconds(5),
      completionTimeout: Duration.seconds(90),
    };
    expect(passRequest(aRequest('GET', '/'), topology).timeouts).toEqual({
      readTimeout: 5,
      connectionTimeout: 1,
      responseCompletionTimeout: 90,
    });
  });

  test.each([
    ['AWS refuses what it says', aRequest('GET', '/')],
    ['the request has no path', { method: 'GET', uri: undefined }],
    ['the request has no method', { uri: '/' }],
  ])('hands the request on unchanged when %s', (_when, request) => {
    const { returned } = passRequest(request, {}, () => {
      throw new Error('invalid value for origin rewrite');
    });
    expect(returned).toBe(request);
  });

  test('hands nothing on where there is nothing, and does not fail', () => {
    expect(passRequest(undefined).returned).toBeUndefined();
  });
});

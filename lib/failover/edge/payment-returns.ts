/**
 * Where payment providers send shoppers back to with GET, by the words that stores have in such addresses, query
 * included: those of WooCommerce, Magento, PrestaShop, OpenCart, Shopware and Shopify, and those of the languages that the
 * emergency page speaks, in Latin letters as well as their own. A word too many costs little: a shopper who opens such a page
 * while the store hangs waits as long as a payment may. A word too few may cut a payment off; the page where a checkout
 * begins is not one of them.
 *
 * None has an asterisk within: to look for two parts apart takes time by the square of an address's length (19 ms for one
 * of 8,000 characters in Node), and CloudFront gives a function less than a millisecond.
 */
export const PAYMENT_RETURN_PATH_PATTERNS: readonly string[] = [
  // en, and what platforms call them in any language
  '*checkout/*',
  '*checkouts/*',
  '*payment*',
  '*order-received*',
  '*order-confirmation*',
  '*thank-you*',
  '*thank_you*',
  '*thankyou*',
  '*wc-api*',
  '/module/*',
  '*fc=module*',
  '/orders/*',
  // fr
  '*paiement*',
  '*commande*',
  '*caisse*',
  // pl
  '*platnosc*',
  '*zamowieni*',
  '*potwierdzeni*',
  '*kasa/*',
  // ru
  '*oplata*',
  '*zakaz*',
  '*oformleni*',
  '*оплат*',
  '*заказ*',
  '*оформлени*',
  // zh
  '*zhifu*',
  '*jiesuan*',
  '*dingdan*',
  '*支付*',
  '*付款*',
  '*结算*',
  '*結帳*',
  '*订单*',
  '*訂單*',
];

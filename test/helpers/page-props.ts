import type { EmergencyPageProps } from '../../lib/page/emergency-page-props';

/** A page with every block, but for what a test changes. */
export const pageProps = (changes: Partial<EmergencyPageProps> = {}): EmergencyPageProps => ({
  storeName: 'Example Shop',
  contact: { email: 'help@example.com', phone: '+48 12 345 67 89', hours: 'Mon-Fri 9:00-17:00 CET' },
  salesChannels: [
    { label: 'Example Shop on Marketplace', url: 'https://market.example.net/shop' },
    { label: 'Example Shop on Social', url: 'https://social.example.net/shop' },
  ],
  statusPageUrl: 'https://status.example.net/',
  ...changes,
});

/** Every language the page is written in. */
export const LANGUAGES = ['en', 'fr', 'pl', 'ru', 'zh-Hans', 'zh-Hant'];

/** What a page may have beyond `pageProps`. */
export const EXTRAS: Partial<EmergencyPageProps> = {
  languages: LANGUAGES,
  basket: 'device',
  shopsUrl: 'https://shops.example.net/',
  notify: { email: 'news@example.com' },
  links: [{ label: 'Instagram', url: 'https://social.example.net/example' }],
  offer: {
    text: {
      en: 'Take 10 % off your next order.',
      fr: 'Profitez de 10 % de remise sur votre prochaine commande.',
      pl: 'Odbierz 10 % rabatu na następne zamówienie.',
      ru: 'Скидка 10 % на ваш следующий заказ.',
      'zh-Hans': '下次购物可享九折优惠。',
      'zh-Hant': '下次購物可享九折優惠。',
    },
    code: 'THANKS-10',
    validUntil: '2026-12-31T22:59:59Z',
    termsUrl: 'https://help.example.net/terms',
  },
  feedbackUrl: 'https://feedback.example.net/',
};

/** A logo as shops have them. */
export const LOGO_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="168" height="40" viewBox="0 0 168 40" fill="currentColor">' +
  '<circle cx="20" cy="20" r="18" fill="#0b7a5b"/><path d="M12 21l6 6 11-13" fill="none" stroke="#fff" stroke-width="4"/>' +
  '<text x="48" y="27" font-family="sans-serif" font-size="20" font-weight="700">Example</text></svg>';

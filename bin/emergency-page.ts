import type { EmergencyPageProps } from '../lib';

/** What shoppers of the example store read while it is closed. `npm run page` shows it. */
export const emergencyPage: EmergencyPageProps = {
  storeName: 'Example Shop',
  languages: ['en', 'fr', 'pl', 'ru', 'zh-Hans', 'zh-Hant'],
  contact: {
    email: 'help@example.com',
    phone: '+48 123 456 789',
    hours: {
      en: 'Mon-Fri 9:00-17:00 CET',
      fr: 'Lun.-ven. 9 h-17 h (CET)',
      pl: 'Pon.-pt. 9:00-17:00 CET',
      ru: 'Пн-пт 9:00-17:00 CET',
      'zh-Hans': '周一至周五 9:00-17:00 CET',
      'zh-Hant': '週一至週五 9:00-17:00 CET',
    },
  },
  salesChannels: [
    {
      label: {
        en: 'Example Shop on Amazon',
        fr: 'Example Shop sur Amazon',
        pl: 'Example Shop na Amazonie',
        ru: 'Example Shop на Amazon',
        'zh-Hans': '亚马逊上的 Example Shop',
        'zh-Hant': 'Amazon 上的 Example Shop',
      },
      url: 'https://www.amazon.com/stores/example',
    },
  ],
};

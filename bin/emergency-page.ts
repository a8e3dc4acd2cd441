import type { EmergencyPageProps } from '../lib';

/** What shoppers of the example store read while it is closed. `npm run page` shows it. */
export const emergencyPage: EmergencyPageProps = {
  storeName: 'Example Shop',
  languages: ['en', 'fr', 'pl', 'ru', 'zh-Hans', 'zh-Hant'],
  contact: { email: 'help@example.com', phone: '+48 123 456 789', hours: 'Mon-Fri 9:00-17:00 CET' },
  salesChannels: [{ label: 'Example Shop on Amazon', url: 'https://www.amazon.com/stores/example' }],
};

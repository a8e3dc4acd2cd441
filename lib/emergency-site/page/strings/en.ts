import type { PageStrings } from './page-strings';

/** English. */
export const en: PageStrings = {
  direction: 'ltr',
  title: 'Sorry, there is a problem with our store – {store}',
  heading: 'Sorry, there is a problem with our store',
  lead: 'You cannot shop at {store} right now. We are working to open again.',
  statusHeading: 'What is happening',
  orderHeading: 'Your basket and your order',
  basket: 'We cannot show your basket at the moment. This page has not changed it.',
  payment:
    'If you were paying, please do not pay again yet. Look for an order confirmation in your email, or contact us.',
  actionsHeading: 'What you can do now',
  tryAgain: 'Try again',
  contactLead: 'You can reach us here:',
  emailLabel: 'Email',
  phoneLabel: 'Phone',
  hoursLabel: 'Hours',
  channelsHeading: 'Other ways to buy from us',
  statusPage: 'See our status page',
  paymentWarningHeading: 'Please do not pay again',
  paymentWarning:
    'We do not know yet whether your order went through. Look for an order confirmation in your email, or contact us.',
  checking: 'We check for you and take you back to your page when the store opens.',
  checkNow: 'Check now',
  script: {
    closed: 'The store is closed for now.',
    opening: 'The store is opening again. We will take you back to your page in a moment.',
    openWhilePaused: 'The store is opening again. Select “Try again” to go back to your page.',
    offline: 'Your device is offline. We will check again when it is connected.',
    checkedStillClosed: 'Checked at {time}. The store is still closed.',
    since: 'Since',
    updated: 'Last update',
    nextUpdate: 'Next update',
    pause: 'Pause checking',
    resume: 'Resume checking',
  },
};

import { SessionBook } from '../../../lib/rehearsal/play/shoppers/session-book';

/** What a browser needs besides a clock and an internet, where nobody looks at sessions. */
export const A_BROWSER = {
  domainName: 'shop.example',
  sessions: new SessionBook(),
  onAnothersSession: () => undefined,
  onLostBasket: () => undefined,
};

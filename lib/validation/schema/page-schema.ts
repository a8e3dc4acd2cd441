import { z } from 'zod';
import { complains, knownText, list, shape, text, word, writtenText } from './parts';

const A_URL = 'write an https:// address';

/** The same in every language, or one text for each. */
const localized = (hint?: string) =>
  z.union([text(hint), z.record(z.string(), z.string()).readonly()], {
    error: ({ input }) =>
      input === undefined
        ? `is missing; ${hint ?? 'write a text'}`
        : text(hint)
            .safeParse(input)
            .error?.issues[0]?.message.replace('must be text', 'must be text, or a text for each language'),
  });

const link = shape({
  label: localized('write what the link says'),
  url: text(A_URL),
});

const contact = shape(
  { email: text().optional(), phone: text().optional(), hours: localized().optional() },
  'say how shoppers reach a person: { email }, { phone } or both',
);

const colors = shape({
  accent: writtenText('write a colour such as #0b7a5b'),
  background: writtenText().optional(),
  text: writtenText().optional(),
});

const offer = shape({
  text: localized('say what it is and how to redeem it'),
  code: text().optional(),
  validUntil: text('write a time such as 2026-12-31T23:59:59Z').optional(),
  termsUrl: text(A_URL).optional(),
});

const notify = z.union(
  [shape({ email: text() }), shape({ url: text() })],
  complains('an object with email or url', 'write { email: "news@example.com" } or { url: "https://..." }'),
);

/** `EmergencyPageProps`, as JavaScript may bring them. */
export const PAGE = shape(
  {
    storeName: text('write the name shoppers know the store by'),
    language: writtenText('write a language such as en').optional(),
    languages: list(writtenText('write a language such as en')).optional(),
    languageCookie: writtenText().optional(),
    logoSvg: writtenText().optional(),
    colors: colors.optional(),
    contact,
    basket: word('device', 'account', 'not-saved').optional(),
    confirmedOrders: word('unaffected').optional(),
    checkoutPathPatterns: list(knownText()).optional(),
    paymentProviderOrigins: list(text()).optional(),
    salesChannels: list(link).optional(),
    shopsUrl: text(A_URL).optional(),
    notify: notify.optional(),
    links: list(link).optional(),
    offer: offer.optional(),
    feedbackUrl: text(A_URL).optional(),
    statusPageUrl: text(A_URL).optional(),
  },
  'say what shoppers read: { storeName, contact }',
);

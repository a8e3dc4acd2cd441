import type { BasketPlace, EmergencyPageProps, NotifyMe, PageLink } from './emergency-page-props';
import { escapeHtml } from './escape-html';
import { languageSwitch } from './language-switch';
import { offerBlock } from './offer-block';
import { joined, link, type PageContext, scriptText, textLink } from './page-context';
import { contactDetails, statusDetails } from './page-details';
import type { PageStrings } from './strings/page-strings';

const brand = ({ storeName, logoSvg }: EmergencyPageProps): string => {
  const name = escapeHtml(storeName);
  if (!logoSvg) return `<p><b>${name}</b>`;
  return `<p class=brand><span aria-hidden=true>${logoSvg.trim()}</span><span class=name>${name}</span>`;
};

const paymentWarning = ({ strings, text }: PageContext): string =>
  joined(
    '<section class=panel id=us-warning hidden>',
    text('h2', strings.paymentWarningHeading),
    text('p', strings.paymentWarning),
    '</section>',
  );

const BASKET_TEXTS: Readonly<Record<BasketPlace, keyof PageStrings>> = {
  device: 'basketOnDevice',
  account: 'basketInAccount',
  'not-saved': 'basketNotSaved',
};

const basketText = ({ props, strings }: PageContext): string =>
  String(strings[props.basket ? BASKET_TEXTS[props.basket] : 'basketUnknown']);

const order = (context: PageContext): string =>
  joined(
    context.text('h2', context.strings.orderHeading),
    context.text('p', basketText(context)),
    context.text('p', context.strings.payment, 'id=us-payment'),
  );

/** An e-mail in the store's own language, because its staff read the subject. */
const notifyAddress = (notify: NotifyMe, subject: string): string =>
  'url' in notify ? notify.url : `mailto:${notify.email}?subject=${encodeURIComponent(subject)}`;

/** An empty address is the page's own, so the first link asks for the shopper's page again, with GET. */
const actions = (context: PageContext, notifySubject: string): string => {
  const { props, strings, text } = context;
  return joined(
    text('h2', strings.actionsHeading),
    `<p>${textLink(context, '', strings.tryAgain, ' class="button main"')}`,
    props.notify &&
      textLink(context, notifyAddress(props.notify, notifySubject), strings.notify, ' class=button'),
    contactDetails(context),
    props.shopsUrl && `<p>${textLink(context, props.shopsUrl, strings.shops)}`,
  );
};

const items = (links: readonly PageLink[]): string =>
  links.map(({ url, label }) => `<li>${link(url, label)}`).join('');

const channels = ({ props: { salesChannels = [] }, strings, text }: PageContext): string | false =>
  salesChannels.length > 0 && `${text('h2', strings.channelsHeading)}<ul>${items(salesChannels)}</ul>`;

const footer = (context: PageContext): string => {
  const { props, strings } = context;
  const links = joined(
    props.statusPageUrl && `<li>${textLink(context, props.statusPageUrl, strings.statusPage)}`,
    props.feedbackUrl && `<li>${textLink(context, props.feedbackUrl, strings.feedback)}`,
    items(props.links ?? []),
  );
  const switcher = languageSwitch(context);
  return joined((links || switcher) && `<footer>${links && `<ul>${links}</ul>`}${switcher}</footer>`);
};

/** What shoppers read, in the order in which they need it. `notifySubject` is in the store's own language. */
export const pageBlocks = (context: PageContext, notifySubject: string): string => {
  const { props, strings, text } = context;
  return joined(
    '<main>',
    brand(props),
    scriptText('h1', strings.script.heading, 'id=us-heading'),
    text(
      'p',
      strings.lead.replace('{store}', () => props.storeName),
      'id=us-lead',
    ),
    paymentWarning(context),
    statusDetails(context),
    offerBlock(context),
    order(context),
    actions(context, notifySubject),
    channels(context),
    footer(context),
    '</main>',
  );
};

import { actions } from './action-buttons';
import type { BasketPlace, EmergencyPageProps } from './emergency-page-props';
import { escapeHtml } from './escape-html';
import { languageSwitch } from './language-switch';
import { offerBlock } from './offer-block';
import { joined, type PageContext, pageLink, scriptText, textLink } from './page-context';
import { contactDetails, statusDetails, watchDetails } from './page-details';
import type { PageStrings } from './strings/page-strings';

function brand({ storeName, logoSvg }: EmergencyPageProps): string {
  const name = escapeHtml(storeName);
  if (!logoSvg) {
    return `<p>${name}`;
  }
  return `<p class=brand><span aria-hidden=true>${logoSvg.trim()}</span><span class=name>${name}</span>`;
}

const paymentWarning = ({ strings, text }: PageContext): string =>
  joined(
    '<section id=us-warning hidden>',
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

/** Contact data stands below the sentence that says "contact us". */
function order(context: PageContext): string {
  const { props, strings, text } = context;
  return joined(
    '<section>',
    text('h2', strings.orderHeading),
    text('p', basketText(context)),
    props.confirmedOrders && text('p', strings.ordersUnaffected),
    text('p', strings.payment, 'id=us-payment'),
    contactDetails(context),
    '</section>',
  );
}

function footer(context: PageContext): string {
  const { props, strings } = context;
  const links = joined(
    props.statusPageUrl && `<li>${textLink(context, props.statusPageUrl, strings.statusPage)}`,
    props.feedbackUrl && `<li>${textLink(context, props.feedbackUrl, strings.feedback)}`,
    ...(props.links ?? []).map((one) => `<li>${pageLink(context, one)}`),
  );
  const switcher = languageSwitch(context);
  return joined((links || switcher) && `<footer>${links && `<ul>${links}</ul>`}${switcher}</footer>`);
}

/** What shoppers read, in the order in which they need it. `notifySubject` is in the store's own language. */
export const pageBlocks = (context: PageContext, notifySubject: string): string =>
  joined(
    '<main><header>',
    brand(context.props),
    scriptText('h1', context.strings.script.heading, 'id=us-heading'),
    '</header>',
    paymentWarning(context),
    statusDetails(context),
    actions(context, notifySubject),
    watchDetails(context),
    order(context),
    offerBlock(context),
    footer(context),
    '</main>',
  );

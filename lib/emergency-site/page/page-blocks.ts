import type { EmergencyPageContact, EmergencyPageProps, SalesChannel } from './emergency-page-props';
import { escapeHtml } from './escape-html';
import type { PageStrings } from './strings/page-strings';

const joined = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join('\n');

const link = (address: string, label: string): string =>
  `<a href="${escapeHtml(address)}">${escapeHtml(label)}</a>`;

const brand = ({ storeName, logoSvg }: EmergencyPageProps): string => {
  const name = escapeHtml(storeName);
  if (!logoSvg) return `<p class="brand">${name}</p>`;
  return `<div class="brand"><span aria-hidden="true">${logoSvg.trim()}</span><span class="name">${name}</span></div>`;
};

const paymentWarning = (strings: PageStrings): string =>
  `<div class="panel" id="us-payment-warning" hidden><h2>${escapeHtml(strings.paymentWarningHeading)}</h2>` +
  `<p>${escapeHtml(strings.paymentWarning)}</p></div>`;

/** The live region is there before it first changes, else screen readers miss the change (WCAG technique ARIA22). */
const status = (strings: PageStrings): string =>
  joined([
    `<section class="panel"><h2>${escapeHtml(strings.statusHeading)}</h2>`,
    `<p id="us-status" role="status" aria-atomic="true">${escapeHtml(strings.script.closed)}</p>`,
    '<dl id="us-times" hidden></dl>',
    `<div id="us-auto" hidden><p class="note">${escapeHtml(strings.checking)}</p>`,
    `<button class="button" type="button" id="us-check">${escapeHtml(strings.checkNow)}</button>`,
    `<button class="button" type="button" id="us-pause">${escapeHtml(strings.script.pause)}</button>`,
    '<p class="note" id="us-checked" role="status" aria-atomic="true"></p></div></section>',
  ]);

const order = (strings: PageStrings): string =>
  joined([
    `<section><h2>${escapeHtml(strings.orderHeading)}</h2>`,
    `<p>${escapeHtml(strings.basket)}</p>`,
    `<p id="us-payment">${escapeHtml(strings.payment)}</p></section>`,
  ]);

const phoneAddress = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

const contactItems = ({ email, phone, hours }: EmergencyPageContact, strings: PageStrings): string =>
  joined([
    phone && `<li>${escapeHtml(strings.phoneLabel)}: ${link(phoneAddress(phone), phone)}</li>`,
    email && `<li>${escapeHtml(strings.emailLabel)}: ${link(`mailto:${email}`, email)}</li>`,
    hours && `<li>${escapeHtml(strings.hoursLabel)}: ${escapeHtml(hours)}</li>`,
  ]);

/** An empty address is the page's own, so the link asks for the shopper's page again, with GET. */
const actions = (contact: EmergencyPageContact, strings: PageStrings): string =>
  joined([
    `<section><h2>${escapeHtml(strings.actionsHeading)}</h2>`,
    `<p><a class="button main" href="">${escapeHtml(strings.tryAgain)}</a></p>`,
    `<p>${escapeHtml(strings.contactLead)}</p>`,
    `<ul class="contact">${contactItems(contact, strings)}</ul></section>`,
  ]);

const channels = (salesChannels: readonly SalesChannel[], strings: PageStrings): string | false =>
  salesChannels.length > 0 &&
  joined([
    `<section><h2>${escapeHtml(strings.channelsHeading)}</h2>`,
    `<ul class="links">${salesChannels.map(({ url, label }) => `<li>${link(url, label)}</li>`).join('')}</ul></section>`,
  ]);

/** What shoppers read, in the order in which they need it. */
export const pageBlocks = (props: EmergencyPageProps, strings: PageStrings): string =>
  joined([
    '<main>',
    brand(props),
    `<h1>${escapeHtml(strings.heading)}</h1>`,
    `<p class="lead">${escapeHtml(strings.lead.replace('{store}', () => props.storeName))}</p>`,
    paymentWarning(strings),
    status(strings),
    order(strings),
    actions(props.contact, strings),
    channels(props.salesChannels ?? [], strings),
    props.statusPageUrl && `<footer>${link(props.statusPageUrl, strings.statusPage)}</footer>`,
    '</main>',
  ]);

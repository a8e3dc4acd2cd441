import type { LocalizedText } from './emergency-page-props';
import { escapeHtml } from './escape-html';
import { textIn } from './localized-text';
import { joined, link, type PageContext, scriptText, textLink } from './page-context';

/** A time, or the reference: the script fills it in, and shows what there is. */
const row = ({ text }: PageContext, label: string, id: number): string =>
  `<div hidden>${text('dt', label)}<dd id=us-${id}></div>`;

/**
 * What happens, and what shoppers wait for: the first of the three times that is there is written large. The live
 * region is there before it first changes, else screen readers miss the change.
 *
 * @see https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA22
 */
export function statusDetails(context: PageContext): string {
  const { strings } = context;
  return joined(
    '<section class=panel><div role=status>',
    scriptText('p', strings.script.unknown, 'dir=auto id=us-status'),
    '<p dir=auto id=us-words lang=en></div><dl class=when>',
    row(context, strings.turn, 0),
    row(context, strings.expectedBack, 1),
    row(context, strings.nextUpdate, 2),
    '</dl><p id=us-note>',
    `<p id=us-home>${textLink(context, '/', strings.home, ' class=button')}`,
    '</section>',
  );
}

/**
 * The times that are over, and the controls of the watch. The link's address is empty, so it is the page's own: without
 * a script it asks for the shopper's page again, with GET; with one it asks for news.
 */
export function watchDetails(context: PageContext): string {
  const { strings, text } = context;
  return joined(
    '<section><dl>',
    row(context, strings.updated, 3),
    row(context, strings.since, 4),
    row(context, strings.expectedBack, 5),
    row(context, strings.reference, 6),
    '</dl>',
    text('p', strings.checking, 'id=us-checking hidden'),
    // The paragraph above ends where this one begins: what is in it must not be hidden with it.
    '<p>',
    text('a', strings.checkNow, 'href="" class=button id=us-check'),
    scriptText('button', strings.script.pause, 'id=us-pause hidden'),
    '<p id=us-checked role=status></section>',
  );
}

/** What a link to a phone number leads to. */
export const phoneAddress = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** How to reach a person. Values that are no prose keep their own direction in a page written from right to left. */
export function contactDetails({ props, strings, language, text }: PageContext): string {
  const { email, phone, hours } = props.contact;
  const address = (label: string, href: string, shown: string): string =>
    `<div>${text('dt', label)}<dd><bdi>${link(href, shown)}</bdi></div>`;
  return joined(
    '<dl>',
    phone && address(strings.phoneLabel, phoneAddress(phone), phone),
    email && address(strings.emailLabel, `mailto:${email}`, email),
    hours && `<div>${text('dt', strings.hoursLabel)}${hoursIn(hours)}</div>`,
    '</dl>',
  );

  function hoursIn(given: LocalizedText): string {
    const value = textIn(given, language);
    return typeof given === 'string' ? `<dd>${escapeHtml(value)}` : text('dd', value);
  }
}

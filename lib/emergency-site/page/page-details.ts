import { escapeHtml } from './escape-html';
import { textIn } from './localized-text';
import { joined, link, type PageContext, scriptText, textLink } from './page-context';

/** The script fills in the times, and shows those that there are. */
const timeRows = ({ strings, text }: PageContext): string => {
  const labels = [
    strings.since,
    strings.updated,
    strings.nextUpdate,
    strings.expectedBack,
    strings.turn,
    strings.reference,
  ];
  const rows = labels.map((label, i) => `<div hidden>${text('dt', label)}<dd id=us-${i}></div>`);
  return `<dl>${rows.join('')}</dl>`;
};

/**
 * What is happening, with the controls of the watch. The live regions are there before they first change, else screen
 * readers miss the change.
 * @see https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA22
 */
export const statusDetails = (context: PageContext): string => {
  const { strings, text } = context;
  return joined(
    '<section class=panel>',
    text('h2', strings.statusHeading),
    '<p>',
    scriptText('b', strings.script.closed, 'dir=auto id=us-status role=status'),
    '<p id=us-note>',
    timeRows(context),
    `<p id=us-home>${textLink(context, '/', strings.home, ' class=button')}`,
    '<div id=us-auto hidden>',
    text('p', strings.checking, 'id=us-checking'),
    '<p>',
    text('button', strings.checkNow, 'class=button id=us-check'),
    scriptText('button', strings.script.pause, 'class=button id=us-pause'),
    '<p id=us-checked role=status></div></section>',
  );
};

const phoneAddress = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** How to reach a person. Values that are no prose keep their own direction in a page written from right to left. */
export const contactDetails = ({ props, strings, language, text }: PageContext): string => {
  const { email, phone, hours } = props.contact;
  const row = (label: string, value: string): string => `<div>${text('dt', label)}${value}</div>`;
  return joined(
    '<dl>',
    phone && row(strings.phoneLabel, `<dd><bdi>${link(phoneAddress(phone), phone)}</bdi>`),
    email && row(strings.emailLabel, `<dd><bdi>${link(`mailto:${email}`, email)}</bdi>`),
    hours && row(strings.hoursLabel, hoursIn(textIn(hours, language))),
    '</dl>',
  );

  function hoursIn(value: string): string {
    return typeof hours === 'string' ? `<dd>${escapeHtml(value)}` : text('dd', value);
  }
};

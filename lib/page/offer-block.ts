import { escapeHtml } from './escape-html';
import { textIn } from './localized-text';
import { joined, type PageContext, textLink } from './page-context';

/** The thank-you. Hidden until the script has seen a fresh status that declares an outage. */
export function offerBlock(context: PageContext): string | undefined {
  const { props, strings, language, text } = context;
  const { offer } = props;
  if (!offer) {
    return undefined;
  }
  const row = (label: string, value: string): string => `<div>${text('dt', label)}<dd>${value}</div>`;
  return joined(
    '<section class=offer id=us-offer hidden>',
    text('h2', strings.offerHeading),
    text('p', textIn(offer.text, language)),
    '<dl>',
    offer.code && row(strings.offerCode, `<bdi><b>${escapeHtml(offer.code)}</b></bdi>`),
    offer.validUntil &&
      row(strings.offerUntil, `<time id=us-until datetime="${escapeHtml(offer.validUntil)}"></time>`),
    '</dl>',
    offer.termsUrl && `<p>${textLink(context, offer.termsUrl, strings.offerTerms)}`,
    '</section>',
  );
}

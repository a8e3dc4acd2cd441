/**
 * Whether a form may have been sent to the address where the page stands, and to ask that very address does no harm. Else
 * the page asks the home page, which stands for the store: a link that works once would be spent by the question. A form
 * comes from a page of the shop; a shopper from an e-mail or a payment provider followed a link.
 * @param fromShop whether another page of the shop led to the address
 * @param query of the address, with its question mark; empty when there is none
 * @param paysHere whether shoppers pay there
 */
export const asksItself = (fromShop: boolean, query: string, paysHere: boolean): boolean =>
  fromShop && !query && !paysHere;

/**
 * Whether the way back leads to the home page, because the shopper's address may answer forms only: it said so itself, or
 * shoppers pay there, so that it is not asked. An address with a query nearly always has a page, and is the one with
 * which a payment provider sends shoppers back, so nobody is led elsewhere from there.
 * @param itself whether the very address was asked
 * @param status of the answer, 0 for a redirect
 * @param unsure whether it could not be asked, although a form may have been sent to it
 */
export const leadsHome = (itself: boolean, status: number, unsure: boolean): boolean =>
  itself ? status >= 400 : unsure;

/** Where the page keeps a shopper's own choice, for itself and for the edge function. */
export const CHOICE_COOKIE = 'understudy-language';

/** Keeps the shopper's choice until they close the browser. */
export function rememberLanguage(language: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${CHOICE_COOKIE}=${language};path=/`;
}

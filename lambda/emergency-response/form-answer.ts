const STYLE =
  ':root{color-scheme:light dark}' +
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}' +
  'a{display:inline-block;margin-right:1rem}';

/**
 * The page for a form that was sent while the store is closed: a log-in, a search, a payment. The emergency page can't
 * be given: S3 answers GET and HEAD only. What is sure is that the store did not get the form; of a payment it speaks
 * only on a condition. The link leads home: the address that a form was sent to may answer nothing else than forms, and
 * a payment must not begin again by itself. From a frame it leads out, because the shop may not stand in one.
 */
export function formAnswer(language: string): string {
  const texts = SETTINGS.formTexts[language] || [];
  const heading = texts[0];
  return (
    `<!doctype html><html lang="${language}" dir="${SETTINGS.rtl.includes(language) ? 'rtl' : 'ltr'}">` +
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title>` +
    `<style>${STYLE}</style><main><h1>${heading}</h1><h2>${texts[1]}</h2><p>${texts[2]}</p>` +
    `<p>${SETTINGS.contact}</p><p><a href="/" target="_top">${texts[3]}</a></p></main></html>`
  );
}

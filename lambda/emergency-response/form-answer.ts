const STYLE =
  ':root{color-scheme:light dark}' +
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}';

/**
 * The page for a form that was sent while the store is closed. The emergency page can't be given: S3 answers GET and
 * HEAD only. The link is a GET of the same address, so nothing is sent twice.
 */
export function formAnswer(language: string): string {
  const texts = SETTINGS.formTexts[language] || [];
  const heading = texts[0];
  return (
    `<!doctype html><html lang="${language}" dir="${SETTINGS.rtl.includes(language) ? 'rtl' : 'ltr'}">` +
    `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title>` +
    `<style>${STYLE}</style><main><h1>${heading}</h1><h2>${texts[1]}</h2><p>${texts[2]}</p>` +
    `<p><a href="">${texts[3]}</a></p></main></html>`
  );
}

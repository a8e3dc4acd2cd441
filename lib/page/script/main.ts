import { rememberLanguage } from '../../../lambda/emergency-response/contract/language-choice';
import { element, reveal } from './page-view';
import { load, shopperAddress } from './return-to-store';
import { checkNow, start, togglePause } from './watch-store';

// biome-ignore lint/complexity/noUselessEmptyExport: without an export esbuild wraps each file of the circle, 500 bytes
export {};

element('check').onclick = checkNow;
element('pause').onclick = togglePause;
// The first `pageshow` follows when the page is there.
// biome-ignore lint/suspicious/noGlobalAssign: what events call, and seven bytes less each than with `window.`
document.onvisibilitychange = onpageshow = ononline = onoffline = onlanguagechange = start;

// A link to the page in another language, by its query. Where one file speaks several, the language script has them.
document.onclick = ({ target }) => {
  const { lang, search } = target as HTMLAnchorElement;
  if (!lang || !search) {
    return;
  }
  rememberLanguage(lang);
  // An older choice in the address would win over the cookie.
  load(shopperAddress().replace(/\blang=[\w-]*/, search.slice(1)));
  return false;
};

reveal();

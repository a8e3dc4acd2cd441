import { rememberLanguage } from './language-choice';
import { element, reveal, settings, show } from './page-view';
import { load, shopperAddress } from './return-to-store';
import { checkNow, start, togglePause } from './watch-store';

// biome-ignore lint/complexity/noUselessEmptyExport: without an export esbuild wraps each file of the circle, 500 bytes
export {};

element('check').onclick = () => {
  checkNow();
  return false;
};
element('pause').onclick = togglePause;
// The first `pageshow` follows when the page is there.
document.onvisibilitychange = window.onpageshow = window.ononline = window.onoffline = start;
window.onlanguagechange = show;

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[lang]')) {
  link.onclick = () => {
    rememberLanguage(link.lang);
    // The language script has it.
    if (settings.texts) return;
    // An older choice in the address would win over the cookie.
    load(shopperAddress().replace(/\blang=[\w-]*/, link.search.slice(1)));
    return false;
  };
}

reveal();
show();

import { rememberLanguage } from './language-choice';
import type { PageSettings } from './page-settings';
import { element, reveal, show } from './page-view';
import { isOwnAddress, load } from './return-to-store';
import { watchStore } from './watch-store';

const settings: PageSettings = JSON.parse(element('settings').textContent ?? '');

reveal(settings);

/** Exported so that the bundler reads this file as a module and leaves its wrappers out. */
export const watch = watchStore((moment) => show(settings, moment));

element('check').onclick = watch.checkNow;
element('pause').onclick = watch.togglePause;
document.onvisibilitychange = watch.start;
window.onpageshow = window.ononline = window.onoffline = watch.start;
window.onlanguagechange = watch.refresh;

for (const link of document.querySelectorAll<HTMLAnchorElement>('[hreflang]')) {
  link.onclick = () => {
    rememberLanguage(link.lang);
    // The language script has it, or the address is a file's own, and the link leads to another file.
    if (settings.texts || isOwnAddress()) return;
    load(location.href);
    return false;
  };
}

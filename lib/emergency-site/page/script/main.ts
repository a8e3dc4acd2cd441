import type { PageSettings } from './page-settings';
import { PageView } from './page-view';
import { StoreWatcher } from './store-watcher';

const settings: PageSettings = JSON.parse(document.getElementById('us-settings')?.textContent ?? '');
const view = new PageView(settings);
const watcher = new StoreWatcher(settings, view);

view.reveal(location.pathname);
view.onCheckNow(() => watcher.checkNow());
view.onPause(() => watcher.togglePause());
document.addEventListener('visibilitychange', () => watcher.start());
addEventListener('pageshow', (event) => event.persisted && watcher.start());
addEventListener('online', () => watcher.start());
watcher.begin();

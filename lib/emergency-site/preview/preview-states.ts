/** One way the page can look. */
export interface PreviewState {
  /** Stands in the preview's address; `checkout` is in that of a state where shoppers pay. */
  readonly name: string;
  readonly title: string;
  /** The store's status; undefined when there is no file. */
  readonly status?: Readonly<Record<string, unknown>>;
  /** What the store answers to a probe. @default 503 */
  readonly probeStatus?: number;
  /** Whether the browser says that it has no connection. @default false */
  readonly offline?: boolean;
}

const MINUTE = 60_000;

const MESSAGES = {
  en: 'We found the cause and are fixing it.',
  fr: 'Nous avons trouvé la cause et nous la corrigeons.',
  pl: 'Znamy przyczynę i ją usuwamy.',
  ru: 'Мы нашли причину и устраняем её.',
  'zh-Hans': '我们已找到原因，正在修复。',
  'zh-Hant': '我們已找到原因，正在修復。',
};

/** Every state, at a moment in epoch milliseconds. */
export const previewStates = (nowMs: number): readonly PreviewState[] => {
  const minutes = (count: number): string => new Date(nowMs + count * MINUTE).toISOString();
  const status = (mode: string, changes: Readonly<Record<string, unknown>> = {}) => ({
    page: { updated_at: minutes(0) },
    x_mode: mode,
    x_since: minutes(-20),
    x_next_update_at: minutes(15),
    x_reference: `INC-${minutes(0).slice(0, 10).replaceAll('-', '')}-01`,
    x_messages: MESSAGES,
    x_release: { spread_seconds: 900 },
    ...changes,
  });
  const down = status('emergency');
  return [
    { name: 'down', title: 'Down, with news', status: { ...down, x_expected_back_at: minutes(40) } },
    { name: 'down-first', title: 'Down, before the first news' },
    { name: 'down-checkout', title: 'Down, where shoppers pay', status: down },
    {
      name: 'down-english',
      title: 'Down, with news in English only',
      status: { ...down, x_messages: { en: MESSAGES.en } },
    },
    {
      name: 'stale',
      title: 'Down, and no news any more',
      status: { ...down, page: { updated_at: minutes(-45) } },
    },
    {
      name: 'overdue',
      title: 'Down, and an update is overdue',
      status: { ...down, x_told_at: minutes(-20), x_next_update_at: minutes(-5) },
    },
    { name: 'partly', title: 'Slow, or partly down', status: status('degraded', { x_messages: {} }) },
    { name: 'offline', title: 'The device is offline', status: down, offline: true },
    {
      name: 'maintenance',
      title: 'Closed for planned work',
      status: status('maintenance', { x_messages: {} }),
    },
    {
      name: 'recovering',
      title: 'Letting shoppers back in',
      status: status('recovering', { x_messages: {} }),
    },
    {
      name: 'waiting-room',
      title: 'Open, with more shoppers than it takes at once',
      status: status('waiting_room', { x_messages: {} }),
    },
    { name: 'back', title: 'Open again', status: status('normal'), probeStatus: 200 },
    { name: 'page', title: 'Only this page failed', status: status('normal') },
  ];
};

import { MINUTE_MS } from '../../../lambda/shared/contract/clock-units';

/** One way the page can look. */
export interface PreviewState {
  /** Stands in the preview's address; `checkout` is in that of a state where shoppers pay. */
  readonly name: string;
  readonly title: string;
  /** The store's status; undefined when there is no file. */
  readonly status?: Readonly<Record<string, unknown>>;
  /** The status that a page reads first, before `status`: what came before counts for what it says then. */
  readonly before?: PreviewState['status'];
  /** What the store answers to a probe. @default 503 */
  readonly probeStatus?: number;
  /** Whether the browser says that it has no connection. @default false */
  readonly offline?: boolean;
}

const MESSAGES = {
  en: 'We have found the cause and are fixing it.',
  fr: 'Nous avons trouvé la cause et corrigeons le problème.',
  pl: 'Znamy przyczynę i ją usuwamy.',
  ru: 'Мы нашли причину и устраняем её.',
  'zh-Hans': '已找到原因，正在修复。',
  'zh-Hant': '已找到原因，正在修復。',
};

const { en: _, ...OTHERS } = MESSAGES;

const after = (nowMs: number, minutes: number): string => new Date(nowMs + minutes * MINUTE_MS).toISOString();

/** A status as the function writes it, but for `changes`. */
const statusAt = (nowMs: number, mode: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  page: { updated_at: after(nowMs, 0) },
  x_mode: mode,
  x_since: after(nowMs, -20),
  x_next_update_at: after(nowMs, 15),
  x_reference: `INC-${after(nowMs, 0).slice(0, 10).replaceAll('-', '')}-01`,
  x_messages: MESSAGES,
  x_release: { spread_seconds: 900 },
  ...changes,
});

function closedStates(nowMs: number): readonly PreviewState[] {
  const down = (changes?: Readonly<Record<string, unknown>>) => statusAt(nowMs, 'emergency', changes);
  return [
    { name: 'down', title: 'Down, with news', status: down({ x_expected_back_at: after(nowMs, 40) }) },
    { name: 'down-first', title: 'Down, before the first news' },
    { name: 'down-checkout', title: 'Down, where shoppers pay', status: down() },
    {
      name: 'down-english',
      title: 'Down, with words of a person in English only',
      status: down({ x_messages: { en: 'We go back to the version before.' }, x_automatic: OTHERS }),
    },
    {
      name: 'stale',
      title: 'Down, and no news any more',
      status: down({ page: { updated_at: after(nowMs, -45) } }),
    },
    {
      name: 'overdue',
      title: 'Down, and an update is overdue',
      status: down({
        x_told_at: after(nowMs, -20),
        x_next_update_at: after(nowMs, -5),
        x_expected_back_at: after(nowMs, -10),
      }),
    },
  ];
}

function otherStates(nowMs: number): readonly PreviewState[] {
  const wordless = (mode: string) => statusAt(nowMs, mode, { x_messages: {} });
  return [
    { name: 'partly', title: 'Slow, or partly down', status: wordless('degraded') },
    {
      name: 'offline',
      title: 'The device is offline',
      status: statusAt(nowMs, 'emergency'),
      offline: true,
    },
    { name: 'maintenance', title: 'Closed for planned work', status: wordless('maintenance') },
    { name: 'recovering', title: 'Letting shoppers back in', status: wordless('recovering') },
    {
      name: 'waiting-room',
      title: 'Open, with more shoppers than it takes at once',
      status: wordless('waiting_room'),
    },
    {
      name: 'truly-back',
      title: 'Open again, and waiting for the turn',
      before: statusAt(nowMs, 'emergency'),
      status: statusAt(nowMs, 'normal'),
    },
    { name: 'back', title: 'Open again', status: statusAt(nowMs, 'normal'), probeStatus: 200 },
    { name: 'page', title: 'Only this page failed', status: statusAt(nowMs, 'normal') },
  ];
}

/** Every state, at a moment in epoch milliseconds. */
export const previewStates = (nowMs: number): readonly PreviewState[] => [
  ...closedStates(nowMs),
  ...otherStates(nowMs),
];

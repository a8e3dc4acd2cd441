/** What the machine tells shoppers, one sentence or two each. Short, for six languages must fit into one kilobyte. */
export interface ShopperSentences {
  readonly closed: string;
  readonly partlyClosed: string;
  readonly slow: string;
  readonly working: string;
  readonly causeFound: string;
  readonly openAgain: string;
  /** After it was not closed. */
  readonly asUsualAgain: string;
  readonly open: string;
  readonly workDone: string;
  readonly workCancelled: string;
}

/** English, which every text exists in. */
export const ENGLISH: ShopperSentences = {
  closed: 'Our store is closed for now.',
  partlyClosed: 'Part of our store is not available for now.',
  slow: 'Our store is slower than usual.',
  working: 'We know about it and are working on it.',
  causeFound: 'We found the cause and are fixing it.',
  openAgain: 'Our store is open again. We keep watching it.',
  asUsualAgain: 'Our store works as usual again.',
  open: 'Our store is open.',
  workDone: 'Our planned maintenance is over.',
  workCancelled: 'Our planned maintenance will not take place.',
};

/** The sentences by BCP 47 tag: the languages of the emergency page. No native speaker has read them yet. */
export const SENTENCES: Readonly<Record<string, ShopperSentences>> = {
  en: ENGLISH,
  fr: {
    closed: 'Notre boutique est fermée pour le moment.',
    partlyClosed: 'Une partie de notre boutique est indisponible pour le moment.',
    slow: 'Notre boutique est plus lente que d’habitude.',
    working: 'Nous le savons et nous y travaillons.',
    causeFound: 'Nous avons trouvé la cause et nous la corrigeons.',
    openAgain: 'Notre boutique a rouvert. Nous restons attentifs.',
    asUsualAgain: 'Notre boutique fonctionne à nouveau normalement.',
    open: 'Notre boutique est ouverte.',
    workDone: 'Notre maintenance planifiée est terminée.',
    workCancelled: 'Notre maintenance planifiée n’aura pas lieu.',
  },
  pl: {
    closed: 'Nasz sklep jest chwilowo zamknięty.',
    partlyClosed: 'Część naszego sklepu jest chwilowo niedostępna.',
    slow: 'Nasz sklep działa wolniej niż zwykle.',
    working: 'Wiemy o tym i pracujemy nad tym.',
    causeFound: 'Znamy przyczynę i ją usuwamy.',
    openAgain: 'Nasz sklep jest znów otwarty. Nadal go obserwujemy.',
    asUsualAgain: 'Nasz sklep znów działa normalnie.',
    open: 'Nasz sklep jest otwarty.',
    workDone: 'Zakończyliśmy planowane prace.',
    workCancelled: 'Planowane prace nie odbędą się.',
  },
  ru: {
    closed: 'Наш магазин временно закрыт.',
    partlyClosed: 'Часть нашего магазина временно недоступна.',
    slow: 'Наш магазин работает медленнее обычного.',
    working: 'Мы знаем об этом и работаем над этим.',
    causeFound: 'Мы нашли причину и устраняем её.',
    openAgain: 'Наш магазин снова открыт. Мы следим за его работой.',
    asUsualAgain: 'Наш магазин снова работает как обычно.',
    open: 'Наш магазин открыт.',
    workDone: 'Плановые работы завершены.',
    workCancelled: 'Плановые работы отменены.',
  },
  'zh-Hans': {
    closed: '本店暂时关闭。',
    partlyClosed: '本店部分功能暂时无法使用。',
    slow: '本店响应比平时慢。',
    working: '我们已经知道，正在处理。',
    causeFound: '我们已找到原因，正在修复。',
    openAgain: '本店已恢复营业，我们会继续留意。',
    asUsualAgain: '本店已恢复正常。',
    open: '本店正常营业。',
    workDone: '计划维护已结束。',
    workCancelled: '计划维护已取消。',
  },
  'zh-Hant': {
    closed: '本店暫時關閉。',
    partlyClosed: '本店部分功能暫時無法使用。',
    slow: '本店回應比平時慢。',
    working: '我們已經知道，正在處理。',
    causeFound: '我們已找到原因，正在修復。',
    openAgain: '本店已恢復營業，我們會繼續留意。',
    asUsualAgain: '本店已恢復正常。',
    open: '本店正常營業。',
    workDone: '計劃維護已結束。',
    workCancelled: '計劃維護已取消。',
  },
};

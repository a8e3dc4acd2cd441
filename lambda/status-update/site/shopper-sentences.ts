/** What the machine tells shoppers, one sentence or two each. Short, for six languages must fit into one kilobyte. */
export interface ShopperSentences {
  readonly closed: string;
  readonly partlyClosed: string;
  readonly slow: string;
  /** As long as only the machine speaks, that is all it knows of people. */
  readonly alerted: string;
  /** Once a person has spoken. */
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
  partlyClosed: 'Part of our store is unavailable right now.',
  slow: 'Our store is slower than usual.',
  alerted: 'Our team has been alerted.',
  working: 'We know about it and are working on it.',
  causeFound: 'We have found the cause and are fixing it.',
  openAgain: 'Our store is open again. We are keeping an eye on it.',
  asUsualAgain: 'Our store is working normally again.',
  open: 'Our store is open.',
  workDone: 'Our planned maintenance is over.',
  workCancelled: 'Our planned maintenance has been cancelled.',
};

/** The sentences by BCP 47 tag: the languages of the emergency page. No native speaker has read them yet. */
export const SENTENCES: Readonly<Record<string, ShopperSentences>> = {
  en: ENGLISH,
  fr: {
    closed: 'Notre boutique est fermée pour le moment.',
    partlyClosed: 'Une partie de notre boutique est indisponible pour le moment.',
    slow: 'Notre boutique est plus lente que d’habitude.',
    alerted: 'Notre équipe est prévenue.',
    working: 'Nous le savons et nous y travaillons.',
    causeFound: 'Nous avons trouvé la cause et corrigeons le problème.',
    openAgain: 'Notre boutique a rouvert. Nous restons attentifs.',
    asUsualAgain: 'Notre boutique fonctionne à nouveau normalement.',
    open: 'Notre boutique est ouverte.',
    workDone: 'La maintenance programmée est terminée.',
    workCancelled: 'La maintenance programmée est annulée.',
  },
  pl: {
    closed: 'Nasz sklep jest chwilowo zamknięty.',
    partlyClosed: 'Część naszego sklepu jest chwilowo niedostępna.',
    slow: 'Nasz sklep działa wolniej niż zwykle.',
    alerted: 'Nasz zespół został powiadomiony.',
    working: 'Wiemy o tym i już to naprawiamy.',
    causeFound: 'Znamy przyczynę i ją usuwamy.',
    openAgain: 'Nasz sklep jest znów otwarty. Nadal nad nim czuwamy.',
    asUsualAgain: 'Nasz sklep znów działa normalnie.',
    open: 'Nasz sklep jest otwarty.',
    workDone: 'Zakończyliśmy planowane prace.',
    workCancelled: 'Planowane prace zostały odwołane.',
  },
  ru: {
    closed: 'Наш магазин временно закрыт.',
    partlyClosed: 'Часть нашего магазина временно недоступна.',
    slow: 'Наш магазин работает медленнее обычного.',
    alerted: 'Наша команда уже оповещена.',
    working: 'Мы знаем о проблеме и уже её решаем.',
    causeFound: 'Мы нашли причину и устраняем её.',
    openAgain: 'Наш магазин снова открыт. Мы следим за его работой.',
    asUsualAgain: 'Наш магазин снова работает как обычно.',
    open: 'Наш магазин открыт.',
    workDone: 'Плановые работы завершены.',
    workCancelled: 'Плановые работы отменены.',
  },
  'zh-Hans': {
    closed: '本店暂停营业。',
    partlyClosed: '本店部分功能暂时无法使用。',
    slow: '本店页面加载比平时慢。',
    alerted: '我们的团队已收到通知。',
    working: '我们已了解情况，正在处理。',
    causeFound: '已找到原因，正在修复。',
    openAgain: '本店已恢复营业，我们会持续关注。',
    asUsualAgain: '本店已恢复正常。',
    open: '本店正常营业。',
    workDone: '计划维护已结束。',
    workCancelled: '计划维护已取消。',
  },
  'zh-Hant': {
    closed: '本店暫停營業。',
    partlyClosed: '本店部分功能暫時無法使用。',
    slow: '本店網頁速度比平常慢。',
    alerted: '我們的團隊已收到通知。',
    working: '我們已掌握狀況，正在處理。',
    causeFound: '已找到原因，正在修復。',
    openAgain: '本店已恢復營業，我們會持續留意。',
    asUsualAgain: '本店已恢復正常。',
    open: '本店正常營業。',
    workDone: '預定維護已結束。',
    workCancelled: '預定維護已取消。',
  },
};

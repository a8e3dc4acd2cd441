import type { ScopeKind } from '../contract/severity';

/** What shoppers may have met. On a standby they met no more than errors, before it served. */
export type Met = Exclude<ScopeKind, 'on-standby'>;

/** The note to customers in one language. `[…]` is for people to fill in, `{name}` for the machine. */
export interface NoteSentences {
  /** An outage on one day: `{date}`, `{from}`, `{to}`, `{zone}`. */
  readonly within: string;
  /** One that began on another day than it ended: `{date}`, `{from}`, `{untilDate}`, `{to}`, `{zone}`. */
  readonly across: string;
  /** What shoppers met. Stands after one of the two above. */
  readonly met: Readonly<Record<Met, string>>;
  /** The apology and the thanks. Stands after what they met. */
  readonly sorry: string;
  readonly happened: string;
  readonly prevented: string;
  readonly compensation: string;
  readonly orders: string;
  /** `{url}`: where feedback goes, or a gap. */
  readonly feedback: string;
}

/** By BCP 47 tag: the languages of the emergency page. No native speaker has read them yet. */
export const NOTE_SENTENCES: Readonly<Record<string, NoteSentences>> = {
  en: {
    within: 'On {date}, between {from} and {to} ({zone}), ',
    across: 'Between {date}, {from}, and {untilDate}, {to} ({zone}), ',
    met: {
      'store-down': 'you could not use our store',
      'edge-outage': 'most of you could not use our store',
      'store-failing': 'our store was slower than usual or did not answer you',
      'endpoint-down': 'you could not use a part of our store',
      'edge-errors': 'you may have seen errors in our store',
      slow: 'our store was slower than usual',
    },
    sorry: '. We are sorry about this. Thank you for your patience.',
    happened: 'What happened: […]',
    prevented: 'What we are doing so that it does not happen again: […]',
    compensation:
      'To make up for it, we would like to offer you […]. How to redeem it: […]. Valid until […].',
    orders: 'If an order or a payment looks wrong, please write to us: we will put it right.',
    feedback: 'Tell us how we did: {url}',
  },
  fr: {
    within: 'Le {date}, entre {from} et {to} ({zone}), ',
    across: 'Du {date} à {from} au {untilDate} à {to} ({zone}), ',
    met: {
      'store-down': 'vous n’avez pas pu utiliser notre boutique',
      'edge-outage': 'la plupart d’entre vous n’ont pas pu utiliser notre boutique',
      'store-failing': 'notre boutique a été plus lente que d’habitude ou n’a pas répondu',
      'endpoint-down': 'vous n’avez pas pu utiliser une partie de notre boutique',
      'edge-errors': 'vous avez pu rencontrer des erreurs dans notre boutique',
      slow: 'notre boutique a été plus lente que d’habitude',
    },
    sorry: '. Nous en sommes désolés. Merci de votre patience.',
    happened: 'Ce qui s’est passé\u00a0: […]',
    prevented: 'Ce que nous faisons pour que cela ne se reproduise pas\u00a0: […]',
    compensation:
      'En dédommagement, nous vous offrons […]. Comment en profiter\u00a0: […]. Offre valable jusqu’au […].',
    orders:
      'Si une commande ou un paiement vous semble anormal, écrivez-nous\u00a0: nous ferons le nécessaire.',
    feedback: 'Donnez-nous votre avis\u00a0: {url}',
  },
  pl: {
    within: '{date} w godzinach {from}–{to} ({zone}) ',
    across: 'Od {date}, {from}, do {untilDate}, {to} ({zone}), ',
    met: {
      'store-down': 'nie można było korzystać z naszego sklepu',
      'edge-outage': 'większość z Was nie mogła korzystać z naszego sklepu',
      'store-failing': 'nasz sklep działał wolniej niż zwykle lub nie odpowiadał',
      'endpoint-down': 'nie można było korzystać z części naszego sklepu',
      'edge-errors': 'w naszym sklepie mogły pojawiać się błędy',
      slow: 'nasz sklep działał wolniej niż zwykle',
    },
    sorry: '. Przepraszamy za to. Dziękujemy za cierpliwość.',
    happened: 'Co się stało: […]',
    prevented: 'Co robimy, żeby to się nie powtórzyło: […]',
    compensation: 'W ramach rekompensaty otrzymujesz […]. Jak z tego skorzystać: […]. Ważne do […].',
    orders: 'Jeśli coś się nie zgadza z zamówieniem lub płatnością, napisz do nas: naprawimy to.',
    feedback: 'Napisz, jak sobie poradziliśmy: {url}',
  },
  ru: {
    within: '{date} с {from} до {to} ({zone}) ',
    across: 'С {date}, {from}, по {untilDate}, {to} ({zone}), ',
    met: {
      'store-down': 'наш магазин был недоступен',
      'edge-outage': 'наш магазин был недоступен для большинства из вас',
      'store-failing': 'наш магазин работал медленнее обычного или не отвечал',
      'endpoint-down': 'часть нашего магазина была недоступна',
      'edge-errors': 'в нашем магазине могли появляться ошибки',
      slow: 'наш магазин работал медленнее обычного',
    },
    sorry: '. Приносим извинения. Спасибо за терпение!',
    happened: 'Что произошло: […]',
    prevented: 'Что мы делаем, чтобы это не повторилось: […]',
    compensation:
      'В качестве компенсации мы предлагаем вам […]. Как этим воспользоваться: […]. Действует до […].',
    orders: 'Если с заказом или оплатой что-то не так, напишите нам: мы всё исправим.',
    feedback: 'Оцените нашу работу: {url}',
  },
  'zh-Hans': {
    within: '{date} {from} 至 {to}（{zone}），',
    across: '{date} {from} 至 {untilDate} {to}（{zone}），',
    met: {
      'store-down': '本店无法使用',
      'edge-outage': '大部分顾客无法使用本店',
      'store-failing': '本店页面加载比平时慢或无法打开',
      'endpoint-down': '本店部分功能无法使用',
      'edge-errors': '您在本店可能遇到了错误',
      slow: '本店页面加载比平时慢',
    },
    sorry: '。对此我们深表歉意，感谢您的耐心等待。',
    happened: '发生了什么：[…]',
    prevented: '为避免再次发生，我们正在采取的措施：[…]',
    compensation: '作为补偿，我们为您提供[…]。使用方法：[…]。有效期至[…]。',
    orders: '如果您的订单或付款有问题，请与我们联系，我们会妥善处理。',
    feedback: '告诉我们您的意见：{url}',
  },
  'zh-Hant': {
    within: '{date} {from} 至 {to}（{zone}），',
    across: '{date} {from} 至 {untilDate} {to}（{zone}），',
    met: {
      'store-down': '本店無法使用',
      'edge-outage': '大部分顧客無法使用本店',
      'store-failing': '本店網頁速度比平常慢或無法開啟',
      'endpoint-down': '本店部分功能無法使用',
      'edge-errors': '您在本店可能遇到了錯誤',
      slow: '本店網頁速度比平常慢',
    },
    sorry: '。對此我們深感抱歉，感謝您的耐心等候。',
    happened: '發生了什麼：[…]',
    prevented: '為避免再次發生，我們正在採取的措施：[…]',
    compensation: '作為補償，我們為您提供[…]。使用方式：[…]。有效期限至[…]。',
    orders: '如果您的訂單或付款有問題，請與我們聯絡，我們會妥善處理。',
    feedback: '告訴我們您的意見：{url}',
  },
};

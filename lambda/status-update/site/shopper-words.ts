import type { ScopeKind } from '../contract/severity';
import type { Texts } from '../contract/texts';
import type { Store } from '../settings';
import type { ShopperUpdate } from '../state/shopper-update';
import { ENGLISH, SENTENCES, type ShopperSentences } from './shopper-sentences';

type Kind = ShopperUpdate['kind'];

const TITLES: Readonly<Record<Kind, string>> = {
  'store-down': 'Store unavailable',
  'edge-outage': 'Store unavailable',
  'on-standby': 'Store open, running on a backup',
  'store-failing': 'Store slower than usual or failing',
  'endpoint-down': 'Part of the store unavailable',
  'edge-errors': 'Part of the store unavailable',
  slow: 'Store slower than usual',
  maintenance: 'Planned maintenance',
};

/** What is wrong, as shoppers see it: the name of an incident. In English only, for programs. */
export function titleOf(kind: Kind, drill = false): string {
  return `${drill ? '[DRILL] ' : ''}${TITLES[kind]}`;
}

const WRONG: Readonly<Record<ScopeKind, keyof ShopperSentences>> = {
  'store-down': 'closed',
  'edge-outage': 'closed',
  'on-standby': 'open',
  // It may be worse: then shoppers see that for themselves.
  'store-failing': 'slow',
  'endpoint-down': 'partlyClosed',
  'edge-errors': 'partlyClosed',
  slow: 'slow',
};

/** In which languages the machine speaks, and whether a person has spoken before it. */
interface Speech extends Pick<Store, 'languages'> {
  readonly afterPerson?: boolean;
}

/** What the machine tells shoppers when nobody else has said anything: in English and in the page's languages. */
export function machineTexts(
  status: ShopperUpdate['status'],
  kind: Kind,
  { languages = Object.keys(SENTENCES), afterPerson }: Speech,
): Texts {
  return inEach(languages, (sentences) => textOf(sentences, doingOf(status, kind, afterPerson), kind));
}

/** The same without what is wrong, for where the page has said that already. */
export function shortMachineTexts(
  status: ShopperUpdate['status'],
  kind: Kind,
  { languages = Object.keys(SENTENCES), afterPerson }: Speech,
): Texts {
  return inEach(languages, (sentences) => sentences[doingOf(status, kind, afterPerson)]);
}

function inEach(languages: readonly string[], say: (sentences: ShopperSentences) => string): Texts {
  const others = languages.flatMap((language) => {
    const sentences = SENTENCES[language];
    return sentences === undefined ? [] : [[language, say(sentences)]];
  });
  return { en: say(ENGLISH), ...Object.fromEntries(others) };
}

const DOING: Readonly<Record<ShopperUpdate['status'], keyof ShopperSentences>> = {
  investigating: 'alerted',
  identified: 'causeFound',
  monitoring: 'openAgain',
  resolved: 'open',
  scheduled: 'working',
  in_progress: 'working',
  completed: 'workDone',
  cancelled: 'workCancelled',
};

/** Only what was closed opens again, and only of a person who spoke it is known that they are at work. */
function doingOf(status: ShopperUpdate['status'], kind: Kind, afterPerson = false): keyof ShopperSentences {
  const doing = DOING[status];
  if (kind === 'on-standby' && MEANWHILE.includes(doing)) {
    return 'open';
  }
  if (doing === 'alerted' && afterPerson) {
    return 'working';
  }
  const wasClosed = kind === 'maintenance' || WRONG[kind] === 'closed';
  return doing === 'openAgain' && !wasClosed ? 'asUsualAgain' : doing;
}

/** What is said while something is wrong, and so after what is wrong. */
const MEANWHILE: readonly (keyof ShopperSentences)[] = ['alerted', 'working', 'causeFound'];

function textOf(sentences: ShopperSentences, doing: keyof ShopperSentences, kind: Kind): string {
  if (!MEANWHILE.includes(doing)) {
    return sentences[doing];
  }
  // A person speaks of planned work; without their words the store is simply closed.
  const wrong = sentences[kind === 'maintenance' ? 'closed' : WRONG[kind]];
  // Chinese has no space between sentences.
  return wrong + (wrong.endsWith('。') ? '' : ' ') + sentences[doing];
}

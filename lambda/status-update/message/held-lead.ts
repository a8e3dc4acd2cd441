import type { Held } from '../contract/hold';
import { timeSeenFrom } from '../contract/times';
import type { Announcement } from '../incident/announcement';
import type { Store } from '../settings';
import { heldWords, shortHolderOf } from './held';
import { automation, impact, isSwitched, labelList, returnOf } from './words';

type Told = Pick<Announcement, 'scope' | 'held' | 'atMs'>;
type Back = Pick<Announcement, 'kind' | 'scope' | 'held'>;

/** What it means for shoppers, as one sentence: also while a person, not a health check, decides where they go. */
export function impactNow({ scope, held, atMs }: Told, store: Store): string {
  if (held === undefined) {
    return impact(scope, store);
  }
  const name = `${store.storeName} is ${heldWords(held.side, store)} by ${shortHolderOf(held)} until ${timeSeenFrom(atMs, held.endsAtMs)}`;
  if (held.side === 'secondary' && isSwitched(scope)) {
    return store.standby ? `${name}.` : `${name}: shoppers can't use the store at ${store.domainName}.`;
  }
  return held.side === 'primary' && scope.kind === 'endpoint-down'
    ? `${failing(scope.labels)}. ${name}: shoppers reach it.`
    : impact(scope, store);
}

const failing = (labels: readonly string[]): string =>
  `${labelList(labels)} ${labels.length === 1 ? 'fails its health check' : 'fail their health checks'}`;

/** How shoppers come back once it is well, or where a person sends them. */
export function returnNow({ kind, scope, held }: Back): string {
  return held === undefined ? returnOf(scope, kind === 'resolved') : answersWith(held);
}

const answersWith = ({ side }: Held): string =>
  `Route 53 answers with the ${side} record, whatever the health checks say.`;

/** What the stack does about it without anybody's help, or what a person has it do. */
export function automationNow({ scope, held }: Told, store: Store): string {
  return held === undefined || (!isSwitched(scope) && scope.kind !== 'endpoint-down')
    ? automation(scope, store)
    : answersWith(held);
}

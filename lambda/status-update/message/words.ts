import type { ScopeKind } from '../contract/severity';
import type { Store } from '../settings';
import type { Impact } from '../state/impact';

/** Labels in a headline before it says "and more". */
const MAX_LABELS = 3;

/** What is wrong, in a few words: `checkout down`. */
export function headline({ kind, labels }: Impact): string {
  const headlines: Readonly<Record<ScopeKind, string>> = {
    'store-down': 'store down',
    'edge-outage': '5xx for most shoppers',
    'on-standby': 'origin down, standby serves',
    'store-failing': 'store failing or slow',
    'endpoint-down': `${labelList(labels)} down`,
    'edge-errors': '5xx at the edge',
    slow: 'slow responses',
  };
  return headlines[kind];
}

/** What was wrong, in fewer words: a subject has to say as well that it is over. */
export function pastHeadline(scope: Impact): string {
  if (scope.kind === 'on-standby') {
    return 'on standby';
  }
  return isAtEdge(scope) ? '5xx errors' : headline(scope);
}

/** What it means for shoppers, as one sentence. */
export function impact(scope: Impact, { domainName, storeName }: Store): string {
  const impacts: Readonly<Record<ScopeKind, string>> = {
    'store-down': `${storeName} is down: shoppers can't use the store at ${domainName}.`,
    'edge-outage': `Most shoppers can't use ${storeName}: requests to ${domainName} fail with a 5xx error at CloudFront.`,
    'on-standby': `${storeName} runs on its standby: the origin of ${domainName} fails its health checks. Shoppers can use the store.`,
    'store-failing': `${storeName} fails its health check at ${labelList(scope.labels)} (${domainName}): errors, a wrong page or no response within 2 s. It stays open.`,
    'endpoint-down': `${labelList(scope.labels)} at ${domainName} fails its health check: errors, a wrong page or no response within 2 s.`,
    'edge-errors': `A high share of requests to ${domainName} fail with a 5xx error at CloudFront.`,
    slow: `${storeName} is responding slowly (${domainName}).`,
  };
  return impacts[scope.kind];
}

const ERRORS_COVERED = 'CloudFront shows the emergency page in place of each 5xx response.';
const NOTHING_SWITCHED = "Nothing was switched: shoppers still reach the store's own front door.";
const AS_LONG = 'For as long as the health checks fail, Route 53 answers';

const AUTOMATION: Readonly<Record<Store['topology'], Readonly<Record<ScopeKind, string>>>> = {
  edge: {
    'store-down': `${AS_LONG} the origin's name with the secondary record. ${ERRORS_COVERED}`,
    'edge-outage': ERRORS_COVERED,
    'on-standby': `${AS_LONG} the origin's name with the standby. ${ERRORS_COVERED}`,
    'store-failing': `Nothing was switched while the store's port takes connections. ${ERRORS_COVERED}`,
    'endpoint-down': ERRORS_COVERED,
    'edge-errors': ERRORS_COVERED,
    slow: 'Nothing was switched: the store still responds.',
  },
  dns: {
    'store-down': `${AS_LONG} the shop's names with the emergency site.`,
    'edge-outage': NOTHING_SWITCHED,
    'on-standby': `${AS_LONG} the shop's names with the standby.`,
    'store-failing': NOTHING_SWITCHED,
    'endpoint-down': NOTHING_SWITCHED,
    'edge-errors': NOTHING_SWITCHED,
    slow: NOTHING_SWITCHED,
  },
};

/** Whether CloudFront's responses show it, and nothing else. */
export function isAtEdge({ kind }: Impact): boolean {
  return kind === 'edge-errors' || kind === 'edge-outage';
}

/** Whether Route 53 answers with the secondary record meanwhile. */
export function isSwitched({ kind }: Impact): boolean {
  return kind === 'store-down' || kind === 'on-standby';
}

/** What the stack does about it without anybody's help, true whether or not it has come to that yet. */
export function automation({ kind }: Impact, { topology }: Store): string {
  return AUTOMATION[topology][kind];
}

/** How shoppers come back once it is well, and how they came once that is over. */
export function returnOf(scope: Impact, isOver: boolean): string {
  if (!isSwitched(scope)) {
    return 'Nothing had been switched, so nothing has to be switched back.';
  }
  return `Route 53 ${isOver ? 'has switched' : 'switches'} back by itself.`;
}

/** The state of an incident that goes on, for subjects. */
export function ongoingState({ kind }: Impact): string {
  const states: Readonly<Record<ScopeKind, string>> = {
    'store-down': 'STILL DOWN',
    'edge-outage': 'STILL FAILING',
    'on-standby': 'STILL FAILING',
    'store-failing': 'STILL FAILING',
    'endpoint-down': 'STILL DOWN',
    'edge-errors': 'STILL FAILING',
    slow: 'STILL SLOW',
  };
  return states[kind];
}

/** Some labels, and how many more there are. */
export function labelList(labels: readonly string[]): string {
  const rest = labels.length - MAX_LABELS;
  return labels.slice(0, MAX_LABELS).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

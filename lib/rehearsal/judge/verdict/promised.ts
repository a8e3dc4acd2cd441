import type { TimingFacts } from '../../facts/timing-facts';
import type { ShopperOutcome } from '../../kernel/shopper-outcome';
import { KEPT_OUT } from '../../record/tally';
import { isStoreFault, type ScenarioFault, type StoreFault } from '../../scenario/fault';
import type { Expectations } from '../../scenario/scenario';
import { isSurelyNoticed } from '../prediction/predicted-times';
import { concerns, flapsOf } from '../prediction/store-failure';

/** What an assembly can promise, whatever a scenario asks of stacks in general. */
export interface Promises {
  readonly timing: TimingFacts;
  /** The protocols over which it tells anybody anything, such as `email`; each once. */
  readonly contacts: readonly string[];
  /** Whether a critical endpoint closes the store that fails its check; else only a dead port does. @default true */
  readonly slowCloses?: boolean;
  /** Whether a critical endpoint looks for a text. @default true */
  readonly looksForText?: boolean;
  /** Whether the emergency page has a health check of its own. @default true */
  readonly emergencyPageCheck?: boolean;
  /** Failures that last less may pass between the probes, in seconds. @default 0 */
  readonly unnoticedSeconds?: number;
  /** Minutes without an acknowledgement until the second contact is called. @default - there is none */
  readonly secondContactMinutes?: number;
}

/** What is left of a scenario's expectations in one stack, and why. */
type Promised = (
  expected: Expectations,
  faults: readonly ScenarioFault[],
  promises: Promises,
) => Expectations;

/**
 * What this stack promises in a scenario. A store without a phone number can't be told while e-mail fails; a page that
 * nobody watches may fail unnoticed; one that is critical closes the store, unless only silence may; addresses have no
 * name that could fail. Each is a known gap that names its prop, and no miss: the owner decided so.
 */
export const promisedBy = (
  expected: Expectations,
  faults: readonly ScenarioFault[],
  promises: Promises,
): Expectations => PROMISED.reduce((left, promise) => promise(left, faults, promises), expected);

/**
 * Whether a fault of messages concerns somebody whom this stack tells, and one of the origin's name an origin that has one.
 * Every other fault may concern any stack.
 */
export function mayTouch(fault: ScenarioFault, { contacts, timing }: Promises): boolean {
  if (fault.kind === 'name fails') {
    return !isNameless(timing);
  }
  return (
    (fault.kind !== 'endpoints down' && fault.kind !== 'unconfirmed') ||
    contacts.some((contact) => fault.protocols.some((protocol) => protocol === contact))
  );
}

/** Whether CloudFront and health checkers reach the origin by its addresses alone. */
const isNameless = ({ edge, failovers, healthChecks }: TimingFacts): boolean =>
  edge !== undefined &&
  !failovers.some(({ leadsToName }) => leadsToName) &&
  !healthChecks.some((check) => check.kind === 'endpoint' && check.asks === 'name');

/** The prop for those who are reached over a protocol. */
const PROP_OF: Readonly<Record<string, string>> = {
  email: 'onCall.emails',
  sms: 'onCall.phoneNumbers',
  https: 'onCall.webhooks',
};

const whileNobodyHears: Promised = (expected, faults, { contacts }) => {
  const down = faults.flatMap((fault) => (fault.kind === 'endpoints down' ? fault.protocols : []));
  const isSilent = contacts.length > 0 && contacts.every((contact) => down.some((one) => one === contact));
  if (!isSilent) {
    return expected;
  }
  const others = Object.keys(PROP_OF).filter((protocol) => !down.some((one) => one === protocol));
  const remedy = others.map((protocol) => PROP_OF[protocol]).join(' or ');
  return untold(
    expected,
    `nobody hears of anything meanwhile, for every contact of this store fails at once${remedy && `: ${remedy} would be another way`}`,
  );
};

const whereNobodyWatches: Promised = (expected, faults, { timing }) => {
  const ofStore = faults.filter(isStoreFault);
  const paths = ofStore.flatMap((fault) => fault.paths ?? []);
  const isWatched = (fault: StoreFault) =>
    timing.healthChecks.some((check) => check.kind === 'endpoint' && concerns(fault, check.path));
  if (
    expected.messages !== 'some' ||
    ofStore.some((fault) => fault.paths === undefined || isWatched(fault))
  ) {
    return expected;
  }
  if (paths.length === 0) {
    return expected;
  }
  return untold(
    expected,
    `no health check watches ${paths.join(', ')}, so that nobody may be told: healthChecks.endpoints (or journey, if your store has it elsewhere)`,
  );
};

const whereItCloses: Promised = (expected, faults, { timing }) => {
  const closing = faults.filter(
    (fault) => isStoreFault(fault) && fault.paths !== undefined && isSurelyNoticed(timing, fault),
  );
  if (expected.failover !== 'stays' || closing.length === 0) {
    return expected;
  }
  return withGap(
    { ...expected, failover: 'switches', emergencyPage: 'any' },
    'one page closes the whole store, because its endpoint is critical in healthChecks.endpoints',
  );
};

const CLOSES_PORT: ReadonlySet<StoreFault['kind']> = new Set(['refuses', 'black hole', 'name fails']);

/** By its props, not by its template, which is still held to them. In `dns` nobody stands before whatever the store sends. */
const whereOnlySilenceCloses: Promised = (expected, faults, { slowCloses = true }) => {
  const isDue = expected.failover === 'switches' || expected.failover === 'comes and goes';
  if (slowCloses || !isDue || faults.some((fault) => isStoreFault(fault) && CLOSES_PORT.has(fault.kind))) {
    return expected;
  }
  const rawErrors = expected.rawErrors === 'until switched' ? 'any' : expected.rawErrors;
  const gap =
    'healthChecks.slowCloses is false: only a port that takes no connections closes the store, so DNS stays here';
  return withGap({ ...expected, failover: 'stays', rawErrors }, gap);
};

const SHOWS_IN_TEXT: ReadonlySet<ScenarioFault['kind']> = new Set(['wrong content', 'reworded']);

/** By its props, as above: a status tells nothing of what is on a page. */
const whereNobodyReads: Promised = (expected, faults, { looksForText = true }) => {
  const ofStore = faults.filter(isStoreFault);
  if (looksForText || ofStore.length === 0 || ofStore.some(({ kind }) => !SHOWS_IN_TEXT.has(kind))) {
    return expected;
  }
  const gap =
    'searchString is false in healthChecks.endpoints: no health check reads the page, so that nothing closes and nobody may be told';
  return untold({ ...expected, failover: 'stays', emergencyPage: 'any', rawErrors: 'any' }, gap);
};

const whereNobodyWatchesThePage: Promised = (expected, faults, { emergencyPageCheck = true }) => {
  const isAboutPage = faults.length > 0 && faults.every(({ kind }) => kind === 'emergency site emptied');
  if (emergencyPageCheck || !isAboutPage) {
    return expected;
  }
  return untold(
    expected,
    'healthChecks.emergencyPageCheck is false: nobody is told that the emergency page is broken',
  );
};

/** By its props, as above: a failure that ends before a checker has failed often enough is none to Route 53. */
const whereProbesAreSlow: Promised = (expected, faults, { unnoticedSeconds = 0 }) => {
  const isShort = (fault: ScenarioFault) => (flapsOf(fault)?.downSeconds ?? Infinity) < unnoticedSeconds;
  if (expected.failover !== 'comes and goes' || !faults.some(isShort)) {
    return expected;
  }
  return untold(
    { ...expected, failover: 'any' },
    `healthChecks.interval and failureThreshold let failures of less than ${unnoticedSeconds} s pass unnoticed`,
  );
};

const whereNoNameFails: Promised = (expected, faults, { timing }) => {
  const ofStore = faults.filter(isStoreFault);
  if (ofStore.length === 0 || ofStore.some(({ kind }) => kind !== 'name fails') || !isNameless(timing)) {
    return expected;
  }
  return untold(
    { ...expected, failover: 'stays', emergencyPage: 'any' },
    'nothing fails here, because topology.primary has addresses and no name',
  );
};

/** How long an incident may go untaken in a scenario about that: until its fault is over. */
const whereNobodyElseIsCalled: Promised = (expected, faults, { secondContactMinutes }) => {
  const untakenMinutes = Math.max(0, ...faults.filter(isStoreFault).map(minutesOf)) - TOLD_WITHIN_MINUTES;
  if (expected.secondContact !== 'called' || (secondContactMinutes ?? Infinity) <= untakenMinutes) {
    return expected;
  }
  const gap =
    secondContactMinutes === undefined
      ? 'nobody else is called when nobody acknowledges: onCall.escalation would name a second contact'
      : `onCall.escalation calls the second contact after ${secondContactMinutes} min, when this outage is over`;
  return withGap({ ...expected, secondContact: 'any' }, gap);
};

/** The first message may take three minutes, and the call comes within one. */
const TOLD_WITHIN_MINUTES = 4;

function minutesOf({ fromSeconds, toSeconds }: StoreFault): number {
  return (toSeconds - fromSeconds) / 60;
}

const PROMISED: readonly Promised[] = [
  whileNobodyHears,
  whereNobodyWatches,
  whereItCloses,
  whereOnlySilenceCloses,
  whereNobodyReads,
  whereNobodyWatchesThePage,
  whereProbesAreSlow,
  whereNoNameFails,
  whereNobodyElseIsCalled,
];

/** Where more shoppers than usual are all that a scenario has, a store that takes them has nothing to tell. */
export const whereAllAreTaken = (
  expected: Expectations,
  faults: readonly ScenarioFault[],
  totals: Readonly<Record<ShopperOutcome, number>>,
): Expectations =>
  faults.some(({ kind }) => kind !== 'spike') || KEPT_OUT.some((outcome) => totals[outcome] > 0)
    ? expected
    : { ...untold(expected, 'nothing fails here: this store takes so many shoppers'), emergencyPage: 'any' };

const untold = (expected: Expectations, gap: string): Expectations =>
  withGap({ ...expected, messages: 'any', incidents: 'any', plainAlarms: 'any', secondContact: 'any' }, gap);

const withGap = (expected: Expectations, gap: string): Expectations => ({
  ...expected,
  knownGap: expected.knownGap === undefined ? gap : `${expected.knownGap}; ${gap}`,
});

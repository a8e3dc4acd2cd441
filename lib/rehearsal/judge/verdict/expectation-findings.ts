import { MINUTE_MS } from '../../kernel/clock/units';
import { SHOPPER_OUTCOMES, type ShopperOutcome } from '../../kernel/shopper-outcome';
import { countSince, countWithin, KEPT_OUT } from '../../record/tally';
import type { ScenarioFault } from '../../scenario/fault';
import { hiddenBy } from '../../scenario/hidden-by';
import type { Expectations } from '../../scenario/scenario';
import type { RehearsalRecord } from '../record';
import { NOTICED, TIME_CHANGED_BY } from './changed-by';
import { type Finding, judged, never } from './finding';
import { messageFindings } from './message-findings';
import { permissionFindings } from './permission-findings';
import { mayTouch } from './promised';
import { windowsOnceSwitched } from './times';

const LAST_MINUTE_MS = MINUTE_MS;

/** What an expectation is judged by. */
export type ExpectedOf = Pick<
  RehearsalRecord,
  | 'events'
  | 'shoppers'
  | 'startMs'
  | 'failsMs'
  | 'repairedMs'
  | 'counted'
  | 'endMs'
  | 'unfelt'
  | 'scenario'
  | 'promises'
>;

/** Holds a rehearsal against what its scenario expects, beside times. */
export function expectationFindings(record: ExpectedOf, expected: Expectations): readonly Finding[] {
  return [
    ...faultsFelt(record),
    ...functionRuns(record),
    ...permissionFindings(record.events),
    ...(expected.failover === 'stays'
      ? [
          never({
            what: 'answers with SECONDARY, where none is due',
            measured: secondaryAnswers(record),
            unit: 'answers',
            changedBy: NOTICED,
          }),
        ]
      : []),
    ...messageFindings(record.events, expected),
    ...(record.scenario.people.length > 0
      ? [
          never({
            what: 'commands of people that were refused',
            measured: refused(record),
            unit: 'commands',
            changedBy: ["the scenario's people"],
          }),
        ]
      : []),
    ...rawErrors(record, expected),
    never({
      what: "shoppers who hold another's session",
      measured: record.shoppers.othersSessions,
      unit: 'shoppers',
      changedBy: ['topology.sharedPathPatterns', 'topology.mirroredPathPatterns'],
    }),
    never({
      what: 'shoppers whose basket gets lost on the way to the store',
      measured: record.shoppers.lostBaskets,
      unit: 'shoppers',
      changedBy: ['topology'],
    }),
    never({
      what: 'emergency pages with a status other than 503',
      measured: record.shoppers.mislabelledPages,
      unit: 'requests',
      changedBy: ['topology'],
    }),
    ...shopperFindings(record, expected),
  ];
}

/** A fault that touches nothing proves nothing, but where the store has nothing that it could touch. */
function faultsFelt({ unfelt: all, promises, scenario: { faults } }: ExpectedOf): readonly Finding[] {
  const unfelt = all.filter((fault) => mayTouch(fault, promises));
  const hidden = unfelt.flatMap((fault) => {
    const other = hiddenBy(fault, faults);
    return other === undefined ? [] : [{ fault, other }];
  });
  const untouched = unfelt.filter((fault) => hidden.every((one) => one.fault !== fault));
  return [
    never({
      what: ['faults that touch no request, probe or service', ...untouched.map(({ text }) => text)].join(
        ': ',
      ),
      measured: untouched.length,
      unit: 'faults',
      changedBy: ["the scenario's faults", 'journey'],
    }),
    ...hidden.map(({ fault, other }) =>
      never({
        what: `faults hidden by another: ${fault.text}, but from ${other.fromSeconds} s to ${other.toSeconds} s ${other.text}`,
        measured: 1,
        unit: 'faults',
        changedBy: ["the scenario's faults"],
      }),
    ),
  ];
}

/** Faults that make functions fail, their own or what they call. */
const BREAKS_FUNCTIONS: readonly ScenarioFault['kind'][] = [
  'functions fail',
  'endpoints down',
  'region lost',
];

/** A function that throws by itself is broken for good, however well its retries or a plain alarm make up for it. */
function functionRuns({ events, scenario: { faults } }: ExpectedOf): readonly Finding[] {
  if (faults.some(({ kind }) => BREAKS_FUNCTIONS.includes(kind))) {
    return [];
  }
  const failed = events.filter((event) => event.kind === 'function' && event.outcome === 'failed');
  return [
    never({
      what: 'runs of functions that fail',
      measured: failed.length,
      unit: 'runs',
      changedBy: ['onCall.channels'],
    }),
  ];
}

function rawErrors(record: ExpectedOf, { rawErrors }: Expectations): readonly Finding[] {
  switch (rawErrors) {
    case 'none':
      return [rawErrorFinding('raw errors', rawErrorsSince(record))];
    case 'until switched':
      return [rawErrorFinding('raw errors once every resolver has switched', rawErrorsOnceSwitched(record))];
    case 'any':
      return [];
  }
}

const rawErrorFinding = (what: string, measured: number): Finding =>
  never({ what, measured, unit: 'requests', changedBy: ['topology', ...NOTICED] });

const rawErrorsSince = ({ shoppers, failsMs }: ExpectedOf): number =>
  countSince(shoppers, failsMs, ['raw error']);

/** Where no resolver ever switches, nothing excuses an error. */
function rawErrorsOnceSwitched(record: ExpectedOf): number {
  const windows = windowsOnceSwitched(record);
  return windows.length === 0
    ? rawErrorsSince(record)
    : windows.reduce((sum, window) => sum + countWithin(record.shoppers, window, ['raw error']), 0);
}

const refused = ({ events }: ExpectedOf): number =>
  events.filter((event) => event.kind === 'person' && event.outcome === 'refused').length;

function shopperFindings(
  { shoppers, startMs, repairedMs, endMs, scenario }: ExpectedOf,
  { shoppersMeanwhile, shoppersAtTheEnd }: Expectations,
): readonly Finding[] {
  const since = (sinceMs: number, outcomes: readonly ShopperOutcome[]) =>
    countSince(shoppers, sinceMs, outcomes);
  const all = since(startMs, SHOPPER_OUTCOMES);
  return [
    ...(shoppersMeanwhile === 'all served'
      ? [served('requests that the store serves', since(startMs, ['served fresh']), all)]
      : []),
    ...(shoppersAtTheEnd === 'all back'
      ? [
          never({
            what: 'shoppers still kept out at the end',
            measured: since(endMs - LAST_MINUTE_MS, KEPT_OUT),
            unit: 'requests',
            changedBy: TIME_CHANGED_BY.backMs,
          }),
          never({
            what: 'shoppers still waiting at the emergency page',
            measured: shoppers.waiting,
            unit: 'shoppers',
            changedBy: TIME_CHANGED_BY.backMs,
          }),
          // Where nobody ever comes, nobody comes back.
          ...(scenario.shoppers.arrivalsPerMinute > 0
            ? [served('requests that the store serves again', since(repairedMs, ['served fresh']), 1, all)]
            : []),
        ]
      : []),
  ];
}

/** Nobody is not everybody: at least one has to be served. */
const served = (what: string, measured: number, atLeast: number, atMost = atLeast): Finding =>
  judged({
    kind: 'expectation',
    what,
    measured,
    atLeast: Math.max(1, atLeast),
    atMost: Math.max(1, atMost),
    unit: 'requests',
    changedBy: ['topology', ...NOTICED],
  });

const secondaryAnswers = ({ events }: ExpectedOf): number =>
  events.filter((event) => event.kind === 'dns-answer' && event.answer === 'SECONDARY').length;

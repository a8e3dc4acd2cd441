import { groupBy } from '../../kernel/group-by';
import type { ReportMessage, ScenarioReport } from '../report-schema';
import { isAtRisk } from '../summary';
import type { Difference } from './comparison-schema';

interface Measure extends Pick<Difference, 'what' | 'unit'> {
  readonly of: (report: ScenarioReport) => number | null;
  /** @default true */
  readonly isWorse?: boolean;
}

const MEASURES: readonly Measure[] = [
  { what: 'Route 53 notices', unit: 'ms', of: ({ times }) => times.detectMs },
  { what: 'every resolver has switched', unit: 'ms', of: ({ times }) => times.dnsMs },
  { what: 'first emergency page', unit: 'ms', of: ({ times }) => times.firstPageMs },
  { what: 'half of the shoppers wait less', unit: 'ms', of: ({ waits }) => waits.p50Ms },
  { what: '99 % of the shoppers wait less', unit: 'ms', of: ({ waits }) => waits.p99Ms },
  { what: 'longest wait of a shopper', unit: 'ms', of: ({ waits }) => waits.worstMs },
  { what: 'longest wait once switched', unit: 'ms', of: ({ waits }) => waits.switchedMs },
  { what: 'on-call has a message', unit: 'ms', of: ({ times }) => times.alertMs },
  { what: 'the incident is announced', unit: 'ms', of: ({ times }) => times.announcedMs },
  { what: 'on-call is told that it is over', unit: 'ms', of: ({ times }) => times.recoveredMs },
  { what: 'the last shopper is back', unit: 'ms', of: ({ times }) => times.backMs },
  {
    what: 'emergency page',
    unit: 'requests',
    of: ({ requests }) => requests['emergency page'],
    isWorse: false,
  },
  { what: 'served stale', unit: 'requests', of: ({ requests }) => requests['served stale'], isWorse: false },
  { what: 'raw error', unit: 'requests', of: ({ requests }) => requests['raw error'] },
  { what: 'gave up', unit: 'requests', of: ({ requests }) => requests['gave up'] },
  { what: 'POST lost', unit: 'requests', of: ({ requests }) => requests['POST lost'] },
  {
    what: "shoppers who hold another's session",
    unit: 'shoppers',
    of: ({ othersSessions }) => othersSessions,
  },
  { what: 'orders at risk', unit: 'shoppers', of: ({ orders }) => orders.atRisk },
  { what: 'lost sales', unit: 'minutes', of: ({ loss }) => loss.minutes },
  {
    what: 'budgets that bad luck may exceed',
    unit: 'budgets',
    of: ({ findings }) => findings.filter(isAtRisk).length,
  },
  { what: 'messages', unit: 'messages', of: ({ messages }) => messages.length },
];

/** Everything by which a scenario can be better or worse there and here, equal or not. */
export const measuresOf = (other: ScenarioReport, own: ScenarioReport): readonly Difference[] => [
  ...MEASURES.map(({ what, unit, of, isWorse = true }) => ({
    what,
    unit,
    other: of(other),
    own: of(own),
    isWorse,
  })),
  ...moneyLost(other, own),
  ...messagesByKind(other, own),
  messagesWordedOtherwise(other, own),
];

/** Amounts of different currencies do not compare. */
function moneyLost({ loss: other }: ScenarioReport, { loss: own }: ScenarioReport): readonly Difference[] {
  if (other.money === null || own.money === null) {
    return [];
  }
  const { currency } = own.money;
  if (other.money.currency !== currency) {
    return [];
  }
  const amounts = { other: Math.round(other.money.amount), own: Math.round(own.money.amount) };
  return [{ what: `estimated loss, ${currency}`, unit: 'money', ...amounts, isWorse: true }];
}

/** Which messages come how often: as many as before may be others. */
function messagesByKind(other: ScenarioReport, own: ScenarioReport): readonly Difference[] {
  const kinds = new Set([...other.messages, ...own.messages].map(kindOf));
  const count = (report: ScenarioReport, kind: string) =>
    report.messages.filter((message) => kindOf(message) === kind).length;
  return [...kinds].sort().map((kind) => ({
    what: kind,
    unit: 'messages',
    other: count(other, kind),
    own: count(own, kind),
    isWorse: false,
  }));
}

const kindOf = ({ state, channel }: ReportMessage): string => `${state ?? 'other messages'} by ${channel}`;

/** Numbers in them aside, which differ with every time. */
function messagesWordedOtherwise(other: ScenarioReport, own: ScenarioReport): Difference {
  const known = new Map(groupBy(other.messages, wordingOf).map((same) => [wordingOf(same[0]), same.length]));
  const news = groupBy(own.messages, wordingOf).map((same) =>
    Math.max(0, same.length - (known.get(wordingOf(same[0])) ?? 0)),
  );
  const count = news.reduce((sum, one) => sum + one, 0);
  return { what: 'messages with words of their own', unit: 'messages', other: 0, own: count, isWorse: false };
}

const wordingOf = ({ channel, subject, body }: ReportMessage): string =>
  JSON.stringify([channel, subject, body]).replace(/\d+/g, '0');

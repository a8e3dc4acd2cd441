import type { RehearsalRecord } from '../rehearsal';
import type { Expectations } from '../scenario/scenario';
import { countSince, KEPT_OUT } from '../shoppers/tally';
import { type Finding, never } from './finding';

const LAST_MINUTE_MS = 60_000;

/** What an expectation is judged by. */
export type ExpectedOf = Pick<RehearsalRecord, 'events' | 'shoppers' | 'failsMs' | 'endMs' | 'scenario'>;

/** Holds a rehearsal against what its scenario expects, beside times. @param dnsMs when the last resolver switched */
export function expectationFindings(
  record: ExpectedOf,
  expected: Expectations,
  dnsMs: number | undefined,
): readonly Finding[] {
  return [
    ...(expected.failover === 'stays'
      ? [never('answers with SECONDARY, where none is due', secondaryAnswers(record), 'answers')]
      : []),
    ...(expected.messages === 'none'
      ? [never('messages, where none is due', messages(record), 'messages')]
      : []),
    ...(record.scenario.people.length > 0
      ? [never('commands of people that were refused', refused(record), 'commands')]
      : []),
    ...rawErrors(record, expected, dnsMs),
    ...(expected.shoppersAtTheEnd === 'all back'
      ? [never('shoppers still kept out at the end', keptOutAtTheEnd(record), 'requests')]
      : []),
  ];
}

function rawErrors(
  { shoppers, failsMs }: ExpectedOf,
  { rawErrors }: Expectations,
  dnsMs = 0,
): readonly Finding[] {
  const since = (offsetMs: number) => countSince(shoppers, failsMs + offsetMs, ['raw error']);
  switch (rawErrors) {
    case 'none':
      return [never('raw errors', since(0), 'requests')];
    case 'until switched':
      return [never('raw errors once every resolver has switched', since(dnsMs), 'requests')];
    case 'any':
      return [];
  }
}

const refused = ({ events }: ExpectedOf): number =>
  events.filter((event) => event.kind === 'person' && event.outcome === 'refused').length;

const secondaryAnswers = ({ events }: ExpectedOf): number =>
  events.filter((event) => event.kind === 'dns-answer' && event.answer === 'SECONDARY').length;

const messages = ({ events }: ExpectedOf): number => events.filter(({ kind }) => kind === 'message').length;

const keptOutAtTheEnd = ({ shoppers, endMs }: ExpectedOf): number =>
  countSince(shoppers, endMs - LAST_MINUTE_MS, KEPT_OUT);

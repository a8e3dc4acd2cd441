import type { Announcement } from '../incident/announcement';
import type { Store } from '../settings';
import { describeCheckers } from './checkers';
import { describeLoss } from './loss';
import type { Numbers } from './numbers';
import { describeReading } from './reading';
import { dateTime, duration } from './times';

/** One fact about an incident. */
export interface Fact {
  /** One word. */
  readonly name: string;
  readonly text: string;
  /** How many lines of a text it is worth. */
  readonly lines: number;
}

/** Lines for numbers, whatever they are about. */
const NUMBER_LINES = 2;

/** What else is known, always in this order; what is not known is left out. */
export function factsOf(announcement: Announcement, numbers: Numbers, store: Store): readonly Fact[] {
  return [
    ...checkers(numbers),
    ...metrics(numbers),
    ...lost(announcement, store, numbers),
    ...deployed(announcement),
    ...(announcement.phase === 'resolved' ? [] : contacts(store)),
  ];
}

function checkers({ endpoints }: Numbers): readonly Fact[] {
  return endpoints.length === 0 ? [] : [{ name: 'Checkers', text: describeCheckers(endpoints), lines: 1 }];
}

/** CloudWatch's share of healthy checkers is left out where the checkers themselves were asked. */
function metrics({ readings, endpoints }: Numbers): readonly Fact[] {
  const asked = endpoints.map(({ label }) => label);
  const rest = readings.filter(
    ({ metric, label }) => metric.name !== 'HealthCheckPercentageHealthy' || !asked.includes(label),
  );
  const lines = asked.length === 0 ? NUMBER_LINES : NUMBER_LINES - 1;
  return rest.length === 0 ? [] : [{ name: 'Metric', text: rest.map(describeReading).join(' | '), lines }];
}

function lost(announcement: Announcement, store: Store, { failedRequests }: Numbers): readonly Fact[] {
  const loss = describeLoss(announcement, store, failedRequests);
  return announcement.wellSinceMs === undefined || loss === undefined
    ? []
    : [{ name: 'Lost', text: loss, lines: NUMBER_LINES }];
}

/** The last thing that changed is the first thing to suspect. */
function deployed({ deployment, startedAtMs }: Announcement): readonly Fact[] {
  if (deployment === undefined) {
    return [];
  }
  const { version, atMs } = deployment;
  const when = atMs <= startedAtMs ? `${duration(startedAtMs - atMs)} before it began` : 'after it began';
  return [{ name: 'Deploy', text: `${version} at ${dateTime(atMs)}, ${when}`, lines: 1 }];
}

function contacts({ contacts: people }: Store): readonly Fact[] {
  const text = people.map(({ role, reach }) => `${role} ${reach}`).join(' | ');
  return people.length === 0 ? [] : [{ name: 'Contacts', text, lines: 1 }];
}

import { nameOf, recentMarkers } from '../contract/marker';
import { type ScopeKind, severityOf } from '../contract/severity';
import { describeTarget } from '../contract/target-words';
import { dateTime, timeSeenFrom } from '../contract/times';
import type { Announcement } from '../incident/announcement';
import { targetsOf } from '../incident/targets';
import type { ZoneChange } from '../ports';
import type { Store } from '../settings';
import { describeAck } from './ack';
import { describeCheckers } from './checkers';
import { describeWhen } from './deployed';
import { heldText, shortHolderOf } from './held';
import { describeLoss } from './loss';
import type { Numbers } from './numbers';
import { describeReading } from './reading';

/** One fact about an incident. */
export interface Fact {
  /** One word. */
  readonly name: string;
  /** One sentence or more of them, shown with a bar between. At least one. */
  readonly parts: readonly string[];
  /** How many lines of a text it is worth where there is room. */
  readonly lines: number;
}

/** What else is known, always in this order; what is not known is left out. */
export function factsOf(announcement: Announcement, numbers: Numbers, store: Store): readonly Fact[] {
  return [
    ...heldBy(announcement, store),
    ...checkers(numbers),
    ...metrics(numbers, announcement),
    ...platform(numbers),
    ...lost(announcement, store, numbers),
    ...acknowledged(announcement),
    ...targets(announcement),
    ...changed(announcement, numbers),
    ...(announcement.phase === 'resolved' ? [] : contacts(store)),
  ];
}

/** A reader of only one fact must know that a person decides where shoppers go. */
function heldBy({ held }: Announcement, { timeZone }: Store): readonly Fact[] {
  return held === undefined ? [] : [{ name: 'Held', parts: [heldText(held, timeZone)], lines: 3 }];
}

function checkers({ endpoints }: Numbers): readonly Fact[] {
  return endpoints.length === 0 ? [] : [{ name: 'Checkers', parts: describeCheckers(endpoints), lines: 3 }];
}

/** Requests that changed the zone and are named: a deployment makes some, and only the last one is suspect. */
const MAX_ZONE_CHANGES = 2;

/** Or nobody would believe what a message says beside a rate. */
const HINTS: Readonly<Partial<Record<ScopeKind, string>>> = {
  'edge-outage': 'waiting emergency pages lower this rate: CloudFront answers their polls',
  'on-standby': 'rates lag by minutes: a high one may be from before the standby',
};

/** CloudWatch's share of healthy checkers is left out where the checkers themselves were asked. */
function metrics({ readings, endpoints }: Numbers, { scope }: Announcement): readonly Fact[] {
  const asked = endpoints.map(({ label }) => label);
  const rest = readings.filter(
    ({ metric, label }) => metric.name !== 'HealthCheckPercentageHealthy' || !asked.includes(label),
  );
  const hint = HINTS[scope.kind];
  const parts = [...rest.map(describeReading), ...(hint === undefined ? [] : [hint])];
  return rest.length === 0 ? [] : [{ name: 'Metric', parts, lines: 2 }];
}

function lost(announcement: Announcement, store: Store, { failed }: Numbers): readonly Fact[] {
  const loss = describeLoss(announcement, store, failed);
  return announcement.wellSinceMs === undefined || loss === undefined
    ? []
    : [{ name: 'Lost', parts: [loss], lines: 2 }];
}

/** The last thing that changed is the first thing to suspect. */
function changed(announcement: Announcement, { zoneChanges = [] }: Numbers): readonly Fact[] {
  const known = [
    ...recentMarkers(announcement).map((marker) => ({ atMs: marker.atMs, name: nameOf(marker) })),
    ...recentZoneChanges(zoneChanges),
  ];
  const parts = known
    .toSorted((one, other) => other.atMs - one.atMs)
    .map((change) => `${change.name} at ${dateTime(change.atMs)}, ${describeWhen(announcement, change)}`);
  return parts.length === 0 ? [] : [{ name: 'Changes', parts, lines: 2 * parts.length }];
}

/** Requests that changed the zone, the last ones: each as who did it, and how much. */
function recentZoneChanges(changes: readonly ZoneChange[]): readonly { atMs: number; name: string }[] {
  return changes
    .toSorted((one, other) => other.atMs - one.atMs)
    .slice(0, MAX_ZONE_CHANGES)
    .map(({ atMs, records, by }) => ({
      atMs,
      name: `${records} DNS ${records === 1 ? 'record' : 'records'} changed by ${shortHolderOf({ by })}`,
    }));
}

/** The platform's own people may be at it already. */
function platform({ platform: said }: Numbers): readonly Fact[] {
  return said === undefined ? [] : [{ name: 'Platform', parts: [said], lines: 2 }];
}

/** The person who has it; that nobody has is worth a line while somebody else would be called for it. */
function acknowledged(announcement: Announcement): readonly Fact[] {
  const { acknowledgedAtMs, escalateAtMs, wellSinceMs, atMs } = announcement;
  const isAwaited = escalateAtMs !== undefined && wellSinceMs === undefined;
  return acknowledgedAtMs === undefined && !isAwaited
    ? []
    : [{ name: 'Ack', parts: [describeAck(announcement, atMs)], lines: 2 }];
}

/** What is well has been mended. One that was met long ago is no news. */
function targets({
  targets: all,
  scope,
  acknowledgedAtMs,
  wellSinceMs,
  atMs,
}: Announcement): readonly Fact[] {
  const open = targetsOf(all, severityOf(scope)).filter(
    ({ kind, passedAtMs }) => kind === 'mend' || acknowledgedAtMs === undefined || passedAtMs !== undefined,
  );
  return wellSinceMs !== undefined || open.length === 0
    ? []
    : [
        {
          name: 'Targets',
          parts: open.map((target) => describeTarget(target, (epochMs) => timeSeenFrom(atMs, epochMs))),
          lines: 2,
        },
      ];
}

function contacts({ contacts: people }: Store): readonly Fact[] {
  const parts = people.map(({ role, reach }) => `${role} ${reach}`);
  return people.length === 0 ? [] : [{ name: 'Contacts', parts, lines: 3 }];
}

import type { ScopeKind } from '../contract/severity';
import type { Announcement } from '../incident/announcement';
import type { Store } from '../settings';
import type { EndpointReport } from './checkers';
import type { Numbers } from './numbers';
import { headline, labelList } from './words';

/** What health checks tell of. Errors at the edge and latency are measured elsewhere. */
const BY_CHECKERS: readonly ScopeKind[] = ['store-down', 'on-standby', 'store-failing', 'endpoint-down'];

type Told = Pick<Announcement, 'scope' | 'wellSinceMs'>;

/** Whether every checker that was asked passes. */
export function allPass(endpoints: readonly EndpointReport[]): boolean {
  return endpoints.length > 0 && endpoints.every(({ reports }) => reports.every(({ passed }) => passed));
}

/** Whether every checker that was asked fails. */
export function allFail(endpoints: readonly EndpointReport[]): boolean {
  return endpoints.length > 0 && endpoints.every(({ reports }) => reports.every(({ passed }) => !passed));
}

/** Whether an alarm lags behind its checkers: then nothing is down at the moment at which the message is read. */
export function passesNow({ scope, wellSinceMs }: Told, { endpoints }: Pick<Numbers, 'endpoints'>): boolean {
  return wellSinceMs === undefined && BY_CHECKERS.includes(scope.kind) && allPass(endpoints);
}

/** What is wrong at this moment, in a few words, and, if that is given, since when. */
export function headlineNow(announcement: Told, numbers: Numbers, time?: string): string {
  const { scope } = announcement;
  if (!passesNow(announcement, numbers)) {
    return headline(scope) + (time === undefined ? '' : ` since ${time}`);
  }
  const at = time === undefined ? '' : ` at ${time}`;
  return `${scope.kind === 'endpoint-down' ? labelList(scope.labels) : 'store'} failed${at}, checks pass`;
}

/** What it means for shoppers while an alarm lags behind its checkers. */
export function passingImpact({ scope }: Told, { storeName, domainName }: Store): string {
  const what = scope.kind === 'endpoint-down' ? labelList(scope.labels) : storeName;
  return `${what} failed some minutes ago (${domainName}). All checkers pass now.`;
}

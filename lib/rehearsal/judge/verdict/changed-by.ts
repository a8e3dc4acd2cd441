import type { RehearsalTimes } from './times';

/** How soon Route 53 sees a failure, and its end. */
const CHECKS = ['healthChecks.endpoints', 'healthChecks.interval', 'healthChecks.failureThreshold'];

/** The people who are notified. */
export const CONTACTS = ['onCall.emails', 'onCall.phoneNumbers', 'onCall.webhooks', 'onCall.channels'];

/** What makes the store count as down, where it should not, or not where it should. */
export const NOTICED = ['healthChecks.endpoints', 'healthChecks.failureThreshold'];

/** The props that a time depends on, in the words of who writes them; its budget aside. */
export const TIME_CHANGED_BY: Readonly<Record<keyof RehearsalTimes, readonly string[]>> = {
  detectMs: CHECKS,
  dnsMs: [...CHECKS, 'topology.failoverTtl'],
  firstPageMs: [...CHECKS, 'topology.failoverTtl', 'topology.connectionTimeout', 'topology.readTimeout'],
  worstWaitMs: ['topology.connectionTimeout', 'topology.readTimeout'],
  worstFormWaitMs: ['topology.connectionTimeout', 'topology.writeTimeout'],
  switchedWaitMs: ['topology.standby', 'topology.failoverTtl'],
  alertMs: [...CHECKS, ...CONTACTS],
  announcedMs: [...CHECKS, ...CONTACTS],
  recoveredMs: CHECKS,
  backMs: ['returnSpread', 'topology.failoverTtl', ...CHECKS],
};

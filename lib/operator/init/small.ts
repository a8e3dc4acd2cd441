import { Call, Commented } from './code';

/** What a small stack costs at most, in US dollars a month; a test computes it from the template. */
export const SMALL_DOLLARS = 5;

/** The cheapest health checks that still close a dead store within little more than a minute. */
export const smallHealthChecks = {
  interval: new Commented(
    'Cheaper: probes every 30 s. A failure of less than a minute may pass unnoticed.',
    new Call('Duration.seconds', [30]),
  ),
  failureThreshold: 2,
  emergencyPageCheck: new Commented(
    'Cheaper: nobody hears that the page itself is broken. Look: npx understudy verify',
    false,
  ),
} as const;

/**
 * What slower probes can keep: two rounds of 30 s and up to ten seconds of waiting, then a minute until resolvers ask
 * again.
 */
export const smallBudgets = {
  detectSeconds: 75,
  switchSeconds: 135,
  alertSeconds: 210,
  backSeconds: 330,
} as const;

/** What a small stack leaves out, one sentence each. */
export const SMALL_LEAVES_OUT: readonly string[] = [
  'Probes every 30 s, not 10 s: the store counts as down after about a minute, and failures shorter than that may pass unnoticed.',
  'Outside AWS only the status is looked at: a wrong page with status 200 passes for your shop.',
  'Nobody hears that the emergency page itself is broken: look now and then with "npx understudy verify".',
  'One page is watched, no checkout by itself.',
];

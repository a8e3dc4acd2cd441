import type { StorePaths } from './failover/store-paths';
import type { Money, RehearsalBudgets } from './understudy-props';

/** Not each shopper meets the failure at once: some get what CloudFront still has. */
const SECONDS_UNTIL_SOMEBODY_COMES = 9;

const BUDGETS: RehearsalBudgets = {
  detectSeconds: 45,
  switchSeconds: 100,
  firstPageSeconds: 100,
  worstWaitSeconds: 11,
  worstFormWaitSeconds: 63,
  switchedWaitSeconds: 1,
  alertSeconds: 180,
  recoveredSeconds: 300,
  backSeconds: 300,
};

/**
 * What a rehearsal holds a stack to unless its props say otherwise: fast health checks (10 s x 3), records of at
 * most 60 s, a read timeout of 9 s, 60 s for forms, and one-minute alarms make each of them reachable, with little to spare. CloudFront
 * shows the page as soon as it gives up on the origin; elsewhere shoppers first have to be led to it by DNS.
 *
 * What hangs on alarms, the last three, is promised for metrics that take as long as a rehearsal takes them to. AWS gives
 * no number; the report says from which delay on a promise can't be kept.
 */
export const DEFAULT_BUDGETS: Readonly<Record<'edge' | 'dns', RehearsalBudgets>> = {
  edge: { ...BUDGETS, firstPageSeconds: BUDGETS.worstWaitSeconds + SECONDS_UNTIL_SOMEBODY_COMES },
  dns: BUDGETS,
};

/** A TCP checker waits 10 s for a connection where one of HTTP waits 4 s, three times in a row: 18 s, and a little. */
const PORT_ONLY_SECONDS = 20;

/** How long CloudFront waits for the answer to a form unless props say otherwise. */
const WRITE_SECONDS = 60;

/**
 * The default budgets of a stack.
 *
 * @param slowCloses as in its props
 * @param writeSeconds its `writeTimeout`: who sends a form waits as long while the store hangs
 */
export function defaultBudgets(
  topology: 'edge' | 'dns',
  slowCloses = true,
  writeSeconds = WRITE_SECONDS,
): RehearsalBudgets {
  const defaults = DEFAULT_BUDGETS[topology];
  const moreSeconds = Math.max(0, writeSeconds - WRITE_SECONDS);
  const budgets = { ...defaults, worstFormWaitSeconds: defaults.worstFormWaitSeconds + moreSeconds };
  if (slowCloses) {
    return budgets;
  }
  return {
    ...budgets,
    detectSeconds: budgets.detectSeconds + PORT_ONLY_SECONDS,
    switchSeconds: budgets.switchSeconds + PORT_ONLY_SECONDS,
    firstPageSeconds: budgets.firstPageSeconds + (topology === 'dns' ? PORT_ONLY_SECONDS : 0),
    alertSeconds: budgets.alertSeconds + PORT_ONLY_SECONDS,
  };
}

/** Where the stack keeps its rehearsal settings: a key of the template's `Metadata`. */
export const REHEARSAL_METADATA_KEY = 'Understudy';

/** The rehearsal settings in the template. Version 1 had no paths, and its readers refuse what they do not know. */
export interface RehearsalMetadata {
  readonly schema: 2;
  readonly topology: 'edge' | 'dns';
  readonly domainName: string;
  /** The construct's path, which tells its resources from those of another store in the app. */
  readonly path: string;
  readonly budgets: RehearsalBudgets;
  /** Where shoppers go. */
  readonly paths: StorePaths;
  /** @default - outages have no price */
  readonly revenuePerMinute?: Money;
  /** Whether a critical endpoint closes the store that fails its check; else only a dead port does. @default true */
  readonly slowCloses?: boolean;
  /** Whether a critical endpoint looks for a text; else a status alone says how the store is. @default true */
  readonly looksForText?: boolean;
  /** Whether the emergency page has a health check of its own. @default true */
  readonly emergencyPageCheck?: boolean;
  /** Failures that last less may pass between the probes, in seconds. @default - as with the default health checks */
  readonly unnoticedSeconds?: number;
  /** Minutes without an acknowledgement until the second contact is called. @default - there is none */
  readonly secondContactMinutes?: number | undefined;
}
